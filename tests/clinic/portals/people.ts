/** Who works at the practice: the same people, with the same passwords, on every portal. */
export const SAM = { email: 'sam@harbourphysio.example', password: 'calm-harbour-tide' } as const;

/** The owner of the practice, who may change its settings. */
export const OWNER = {
  email: 'ruth@harbourphysio.example',
  password: 'tall-grey-heron',
  name: 'Ruth Adeyemi',
} as const;
