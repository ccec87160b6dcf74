import type { Row } from '../main.ts';
import { type Driven, drive } from './drive.ts';
import { byKind } from './kinds.ts';
import type { Placement } from './render.ts';
import type { Form } from './table.ts';
import { withSplitBoxes } from './variants.ts';
import type { PlainAnswer } from './verdict.ts';

const VARIANTS = ['as is', 'in shadow roots', 'in a frame', 'six boxes'] as const;

interface Page {
  readonly form: Form;
  readonly placement: Placement;
  readonly variant: (typeof VARIANTS)[number];
}

/** Every form as it is, and in shadow roots; those that want a code of ours in a frame too, and cut in six. */
function pagesOf(forms: readonly Form[]): Page[] {
  const wanting = forms.filter(({ expected }) => expected.fill_totp);
  const split = wanting.map(withSplitBoxes).filter((form) => form !== null);
  return [
    ...forms.map((form): Page => ({ form, placement: 'page', variant: 'as is' })),
    ...forms.map((form): Page => ({ form, placement: 'shadow', variant: 'in shadow roots' })),
    ...wanting.map((form): Page => ({ form, placement: 'frame', variant: 'in a frame' })),
    ...split.map((form): Page => ({ form, placement: 'page', variant: 'six boxes' })),
  ];
}

/** The table in a real browser: how it went, where that is not what the verdict alone says, and whether a look-alike was filled. */
export async function drivePages(
  forms: readonly Form[],
  answer: (form: Form) => PlainAnswer,
  isChosen: (variant: string) => boolean,
) {
  const pages = pagesOf(forms)
    .filter(({ variant }) => isChosen(variant))
    .map((page) => ({ ...page, plain: answer(page.form) }));
  const driven = await drive(
    pages.map((page) => ({ ...page, foreseen: page.plain.judgement, byHand: page.variant === 'as is' })),
  );
  const results = pages.map((page, index) => ({ ...page, ...driven[index]! }));
  return {
    pages: tableOfPages(results),
    differences: results
      .filter(({ byItself, plain, firstLook }) => byItself !== plain.judgement || firstLook !== '')
      .map(
        ({ form, variant, plain, byItself, boxes, told, firstLook }): Row => ({
          id: form.id,
          variant,
          'plain data': `${plain.verdict} ${plain.other}: ${plain.judgement}`,
          'real page': `${byItself}${boxes && ` [${boxes}]`}, ${told}`,
          'first look': firstLook,
          why: plain.why,
        }),
      ),
    filledLookAlikes: results
      .filter(({ byItself, byHand }) => byItself === 'filled' || byHand === 'filled')
      .map(
        ({ form, variant, byItself }) => `${form.id} ${variant}${byItself === 'filled' ? '' : ', by hand'}`,
      ),
  };
}

function tableOfPages(results: readonly (Page & Driven & { plain: PlainAnswer })[]): Row[] {
  return VARIANTS.flatMap((variant) => {
    const those = results.filter((result) => result.variant === variant);
    return byKind(those, ({ form }) => form).map(([kind, rows]): Row => {
      const count = (...judgements: string[]) =>
        rows.filter(({ byItself }) => judgements.includes(byItself)).length;
      return {
        variant,
        kind,
        pages: rows.length,
        correct: count('correct'),
        partial: count('partial'),
        'wrong or more': count('wrong', 'right+other'),
        nothing: count('nothing'),
        quiet: count('quiet'),
        filled: count('filled'),
        'filled by hand': rows.filter(({ byHand }) => byHand === 'filled').length,
        'as the plain data say': rows.filter(({ byItself, plain }) => byItself === plain.judgement).length,
      };
    });
  });
}
