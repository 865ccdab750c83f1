/**
 * Every limit of Discord, once, with its source. Discord counts characters; we count UTF-16
 * units, which are never fewer.
 */

/** Discord, "Using message components": all text displays of one message together. */
export const messageText = 4000;
/** Discord, the same page: components in a message, nested ones included. */
export const messageComponents = 40;
/** Discord, "Action row": buttons in a row; a select takes a row for itself. */
export const rowButtons = 5;
/** Discord, "Button". */
export const buttonLabel = 80;
/** Discord, "Button": the address of a link button. */
export const buttonUrl = 512;
/** Discord, "Custom id". */
export const customId = 100;
/** Discord: of a form (modal), its title, the label of a field, and what is typed into one. */
export const formTitle = 45;
export const formLabel = 45;
export const formField = 4_000;
/** Discord, "String select": choices, and the length of each of their texts and values. */
export const selectChoices = 25;
export const selectText = 100;
/** Discord, "String select". */
export const selectPlaceholder = 150;

/** Discord, "Application command": texts, counts, and all characters of one command together. */
export const commandName = 32;
export const commandDescription = 100;
export const commandOptions = 25;
export const commandText = 8000;
/** Discord, "Application command": commands for chat input that one application may have everywhere. */
export const commands = 100;
/** Discord, "Application command": commands for the menu of a message, and as many for that of a member. */
export const menuCommands = 15;
/** Discord, "Application command option choice": how many, and the length of their names and values. */
export const optionChoices = 25;
export const choiceText = 100;
/** Discord, "Application command option": the longest string a member can type into one. */
export const optionString = 6000;

/** Discord, "Attachment": the words for those who cannot see a file. */
export const altText = 1024;

/** Discord, "Interactions": the first response must come within 3 s, in milliseconds. */
const firstResponse = 3000;

/** Ours: a command that takes longer is acknowledged first, in milliseconds. */
export const deferAfter = firstResponse / 2;
/**
 * Ours: the pause between two edits of an answer that is still being made, in milliseconds. discord.js sends edits of
 * answers of all members through one limit of 50 a second.
 */
export const editEvery = 1500;
/** Ours: offers that take longer than this come too late for the member who types, in milliseconds. */
export const suggestWithin = 2000;
/** Ours: options longer than this are not kept for a button, in characters. The archive's limit. */
export const keptOptions = 8000;
/** Discord, "Start thread". */
export const threadName = 100;
/** Discord, "Poll create request". */
export const pollQuestion = 300;
export const pollAnswer = 55;
