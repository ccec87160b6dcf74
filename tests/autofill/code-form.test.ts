import { describe, expect, it } from 'vitest';
import { type BoxForm, shapeCode } from '../../utils/autofill/code-form';

const box = (form: Partial<BoxForm> = {}): BoxForm => ({
  type: 'text',
  inputmode: '',
  pattern: '',
  placeholder: '',
  maxLength: -1,
  ...form,
});
const row = (count: number, form: Partial<BoxForm> = {}) => Array.from({ length: count }, () => box(form));

describe('a lone box gets', () => {
  it.each([
    ['the code', {}, '123456'],
    ['the code, where an example is one word', { placeholder: '000000' }, '123456'],
    ['groups where the pattern asks for a dash', { pattern: '\\d{3}-\\d{3}' }, '123-456'],
    ['groups where the pattern asks for a blank', { pattern: '[0-9]{3}\\s[0-9]{3}' }, '123 456'],
    ['the code where the pattern takes either', { pattern: '\\d{3}[ -]?\\d{3}' }, '123456'],
    ['the code where the pattern is of something else', { pattern: '[a-z]+' }, '123456'],
    ['the code where the pattern is none', { pattern: '[' }, '123456'],
    ['groups where the example shows them', { placeholder: '000-000' }, '123-456'],
    ['groups where the example leaves them open', { placeholder: '___ ___' }, '123 456'],
    [
      'groups where there is room for just that',
      { placeholder: 'XXX XXX', maxLength: 7, inputmode: 'numeric' },
      '123 456',
    ],
    ['the code where there is no room', { placeholder: '123 456', maxLength: 6 }, '123456'],
    ['the code where only digits can be typed', { placeholder: '123 456', inputmode: 'numeric' }, '123456'],
    ['the code where it is a number', { placeholder: '123 456', type: 'number' }, '123456'],
    ['the code where the groups are of another length', { placeholder: '0000-0000' }, '123456'],
    ['the code where there is more room', { maxLength: 20 }, '123456'],
  ])('%s', (_, form, text) => {
    expect(shapeCode([box(form)], '123456')).toEqual([text]);
  });

  it('eight digits in groups of four', () => {
    expect(shapeCode([box({ placeholder: '0000 0000' })], '12345678')).toEqual(['1234 5678']);
  });

  it('a leading zero', () => {
    expect(shapeCode([box({ type: 'number' })], '012345')).toEqual(['012345']);
  });
});

describe('several boxes get', () => {
  it('a digit each', () => {
    expect(shapeCode(row(6, { maxLength: 1 }), '012345')).toEqual(['0', '1', '2', '3', '4', '5']);
  });
  it('three digits each', () => {
    expect(shapeCode(row(2, { maxLength: 3 }), '123456')).toEqual(['123', '456']);
  });
  it('a digit each where the first has room for a pasted code', () => {
    expect(shapeCode([box({ maxLength: 6 }), ...row(5, { maxLength: 1 })], '123456')).toHaveLength(6);
  });
});

describe('nothing fits', () => {
  it.each([
    ['no boxes', []],
    ['four boxes for six digits', row(4)],
    ['a box too short', [box({ maxLength: 5 })]],
    ['two boxes too short', row(2, { maxLength: 2 })],
  ])('%s', (_, boxes) => {
    expect(shapeCode(boxes, '123456')).toBeNull();
  });
});
