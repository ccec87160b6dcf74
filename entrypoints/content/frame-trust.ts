/**
 * May a code be written in this frame at all? It is https, has the origin its address says (a sandboxed frame has
 * none), and so has every frame round it. Reading a strange ancestor's address throws, which is the answer.
 */
export function isTrustedFrame(frame: Window = window): boolean {
  try {
    const { protocol, origin } = frame.location;
    if (protocol !== 'https:' || frame.origin !== origin) return false;
    for (let inner = frame; inner !== inner.parent; inner = inner.parent)
      if (inner.parent.location.origin !== origin) return false;
    return true;
  } catch {
    return false;
  }
}
