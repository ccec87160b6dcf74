import { describe, expect, it } from 'vitest';
import { judge } from './judge';
import { FRAME, renderForm } from './render';
import type { Field, Form } from './table';
import { withSplitBoxes } from './variants';
import { answerPlainly } from './verdict';

const FIELD: Field = {
  tag: 'input',
  type: 'text',
  name: null,
  id: null,
  class: null,
  autocomplete: null,
  inputmode: null,
  pattern: null,
  maxlength: null,
  placeholder: null,
  label: null,
  aria_label: null,
  hidden: false,
};

const FORM: Form = {
  id: 'larkmoor',
  kind: 'totp_login',
  page_title: 'Larkmoor',
  headings: ['Two-factor authentication'],
  text: ['Enter the code from your authenticator app.', 'Verification code', 'a < b & "c"'],
  form_action: '/verify',
  fields: [
    { ...FIELD, name: 'user', label: 'User' },
    { ...FIELD, name: 'otp', id: 'otp', label: 'Verification code', maxlength: 6 },
    { ...FIELD, name: 'backup', hidden: true },
  ],
  buttons: [{ text: 'Verify', type: 'submit', name: null, id: null }],
  structure: 'single',
  code_length: 6,
  qr: false,
  language: 'en',
  expected: { fill_totp: true, fields: [1], candidate_fields: [1] },
};
const LOOK_ALIKE: Form = {
  ...FORM,
  kind: 'negative',
  expected: { fill_totp: false, fields: [], candidate_fields: [1] },
};

const isCode = (text: string) => text === '135792';

describe('a page is judged by what its boxes hold', () => {
  it.each([
    ['the right box', { 1: '135792' }, 'correct'],
    ['part of the code', { 1: '1357' }, 'partial'],
    ['another code', { 1: '000000' }, 'partial'],
    ['a wrong box', { 0: '135792' }, 'wrong'],
    ['a hidden box', { 2: '135792' }, 'wrong'],
    ['the right box and another', { 0: '135792', 1: '135792' }, 'right+other'],
    ['nothing', {}, 'nothing'],
    ['an emptied box', { 0: '' }, 'nothing'],
  ])('%s', (_, values, judgement) => {
    expect(judge(FORM, values, isCode)).toBe(judgement);
  });

  it.each([
    ['nothing', {}, 'quiet'],
    ['its code box', { 1: '135792' }, 'filled'],
    ['any box at all', { 2: '1' }, 'filled'],
  ])('a look-alike: %s', (_, values, judgement) => {
    expect(judge(LOOK_ALIKE, values, isCode)).toBe(judgement);
  });

  it('a row of six holds the code in its order, and in no other', () => {
    const split = withSplitBoxes(FORM)!;
    const inOrder = { 1: '1', 2: '3', 3: '5', 4: '7', 5: '9', 6: '2' };
    expect(judge(split, inOrder, isCode)).toBe('correct');
    expect(judge(split, { ...inOrder, 1: '3', 2: '1' }, isCode)).toBe('partial');
    expect(judge(split, { ...inOrder, 7: '135792' }, isCode)).toBe('right+other');
  });

  it('a hidden box that gathers the digits is the page’s own affair', () => {
    const gathered = { ...FORM, expected: { ...FORM.expected, fields: [1, 2] } };
    expect(judge(gathered, { 1: '135792', 2: '135792' }, isCode)).toBe('correct');
    expect(judge(gathered, { 2: '135792' }, isCode)).toBe('partial');
  });
});

describe('a row becomes a page', () => {
  const page = (form: Form, placement: Parameters<typeof renderForm>[1] = 'page') =>
    renderForm(form, placement, '/p/0');
  const markup = (form: Form) => page(form).get('/p/0')!;

  it('with its boxes, labels, words and buttons, each once', () => {
    const text = markup(FORM);
    expect(text).toContain('<input type="text" name="otp" id="otp" maxlength="6" data-box="1">');
    expect(text).toContain('<label for="otp">Verification code</label>');
    expect(text.match(/Verification code/g)).toHaveLength(1);
    expect(text).toContain('<button type="submit">Verify</button>');
    expect(text).toContain('a &#60; b &#38; &#34;c&#34;');
    expect(text).toMatch(/class="field away"><input[^>]*name="backup"/);
  });

  it('and without a word of ours: neither the row’s name nor its kind', () => {
    const bare = { ...FORM, id: 'authenticator-otp', kind: 'totp_enrol', page_title: null };
    expect(markup(bare)).toBe(markup({ ...bare, id: 'x', kind: 'negative' }));
    expect(markup(bare)).toContain('<title></title>');
  });

  it('an id belongs to one label; a box without one is wrapped', () => {
    const twice = { ...FORM, fields: [...FORM.fields, { ...FIELD, id: 'otp', label: 'Again' }] };
    expect(markup(twice)).toContain('<label>Again <input');
    expect(markup(twice)).toContain('<label>User <input');
  });

  it('a component recorded alone stands in no form', () => {
    const alone = { ...FORM, form_action: null, headings: [], text: [], buttons: [] };
    expect(markup(alone)).not.toContain('<form');
    expect(markup(FORM)).toContain('<form');
  });

  it('split boxes stand in one row, a transparent box over its slots', () => {
    const row = /<div class="row">((?:<input[^>]*>)+)<\/div>/.exec(markup(withSplitBoxes(FORM)!))![1]!;
    expect(row.match(/name="otp-\d" id="otp-\d" maxlength="1"/g)).toHaveLength(6);
    const overlay = markup({ ...FORM, structure: 'single-overlay' });
    expect(overlay).toMatch(
      /class="overlay"><div class="slots" aria-hidden="true">(?:<div><\/div>){6}<\/div><input/,
    );
  });

  it('in shadow roots and in a frame', () => {
    const shadow = page(FORM, 'shadow').get('/p/0')!;
    expect(shadow).toContain('attachShadow');
    expect(shadow).not.toMatch(/<input/);
    expect(page({ ...FORM, structure: 'shadow-dom' })).toEqual(page(FORM, 'shadow'));
    const framed = page(FORM, 'frame');
    expect(framed.get('/p/0')).toContain(`<iframe src="/p/0${FRAME}"`);
    expect(framed.get(`/p/0${FRAME}`)).toBe(markup(FORM));
  });

  it('is cut in six only where there is one box for six digits', () => {
    const split = withSplitBoxes(FORM)!;
    expect(split.expected.fields).toEqual([1, 2, 3, 4, 5, 6]);
    expect(split.fields.map(({ name }) => name)).toEqual([
      'user',
      ...[1, 2, 3, 4, 5, 6].map((place) => `otp-${place}`),
      'backup',
    ]);
    expect(withSplitBoxes(split)).toBeNull();
    expect(withSplitBoxes({ ...FORM, code_length: 8 })).toBeNull();
    expect(withSplitBoxes(LOOK_ALIKE)).toBeNull();
  });
});

it('the verdict alone is put in the words in which a page is judged', () => {
  expect(answerPlainly(FORM)).toMatchObject({ verdict: 'totp', right: true, judgement: 'correct' });
  expect(answerPlainly({ ...FORM, expected: { ...FORM.expected, fields: [0] } })).toMatchObject({
    right: false,
    judgement: 'wrong',
  });
  expect(answerPlainly(LOOK_ALIKE)).toMatchObject({ right: false, judgement: 'filled' });
  const card = { ...LOOK_ALIKE, fields: [{ ...FIELD, name: 'cvv', label: 'Security code of your card' }] };
  expect(answerPlainly(card)).toMatchObject({ right: true, judgement: 'quiet' });
});
