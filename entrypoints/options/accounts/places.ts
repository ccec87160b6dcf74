/** Places within the accounts' section that are no account; an account's place is its id. */
export const TRASH = 'removed';
export const DOUBLES = 'doubles';
