/** The key of commands, as it is written on this machine's keyboard. */
export const MODIFIER = navigator.userAgent.includes("Mac") ? "⌘" : "Ctrl";
