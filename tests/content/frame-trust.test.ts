import { describe, expect, it } from 'vitest';
import { isTrustedFrame } from '../../entrypoints/content/frame-trust';

const HOME = 'https://clinic.example';

interface Frame {
  parent?: Frame;
  origin: string;
  location: { protocol: string; origin: string };
}

/** A window inside the one given; without one, the top. */
function frame(origin: string, parent?: Frame, ownOrigin = origin): Frame {
  const made: Frame = { origin: ownOrigin, location: { protocol: `${origin.split(':')[0]}:`, origin } };
  made.parent = parent ?? made;
  return made;
}

/** What a script sees of a window of another origin. */
function strange(parent?: Frame): Frame {
  const made = frame('https://evil.test', parent);
  Object.defineProperty(made, 'location', {
    get() {
      throw new DOMException('Blocked a frame', 'SecurityError');
    },
  });
  return made;
}

const trusts = (window: Frame) => isTrustedFrame(window as unknown as Window);

describe('2. and 9. only where every frame round it has the origin', () => {
  it('the page itself, and frames of its own in any depth', () => {
    const top = frame(HOME);
    expect(trusts(top)).toBe(true);
    expect(trusts(frame(HOME, frame(HOME, top)))).toBe(true);
  });

  it.each([
    ['a strange page round it', frame(HOME, strange())],
    ['its own page within a strange one', frame(HOME, frame(HOME, strange()))],
    ['a strange frame between it and its own page', frame(HOME, strange(frame(HOME)))],
    ['a sister site that lowered its domain', frame(HOME, frame('https://pages.clinic.example'))],
    ['another port', frame(HOME, frame(`${HOME}:8443`))],
    ['plain http', frame('http://clinic.example')],
    ['plain http round it', frame(HOME, frame('http://clinic.example'))],
    ['a sandboxed page', frame(HOME, undefined, 'null')],
    ['an address without an origin', frame('null')],
  ])('not with %s', (_, window) => expect(trusts(window)).toBe(false));
});
