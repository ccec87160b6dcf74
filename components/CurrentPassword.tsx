import type { ComponentProps } from 'preact';
import { Field } from './Field';

type Properties = Omit<ComponentProps<typeof Field>, 'type' | 'autocomplete'>;

/** The field for a password that there is already, which a password manager may fill. */
export function CurrentPassword(properties: Properties) {
  return <Field type="password" autocomplete="current-password" {...properties} />;
}
