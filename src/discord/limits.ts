/**
 * Every number that Discord sets, once, with whose limit it is. Discord counts characters; we count UTF-16
 * units, which are never fewer.
 */

/** Discord, "Using message components": all text displays of one message together. */
export const messageText = 4000;
/** Discord, the same page: components in a message, nested ones included. */
export const messageComponents = 40;
/** Discord, "Action row": buttons beside each other; a select takes a row for itself. */
export const rowButtons = 5;
/** Discord, "Button". */
export const buttonLabel = 80;
/** Discord, "Button": the address of a link button. */
export const buttonUrl = 512;
/** Discord, "Custom id". */
export const customId = 100;
/** Discord, "String select": choices, and the length of each of their texts and values. */
export const selectChoices = 25;
export const selectText = 100;
/** Discord, "String select". */
export const selectPlaceholder = 150;
