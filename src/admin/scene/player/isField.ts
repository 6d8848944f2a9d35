const fields =
  'input:not([type=range]):not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable="true"], [role="textbox"], [role="combobox"], [role="dialog"], dialog'

/** Whether somebody who presses a key there means letters: a field, or anything in a dialog. */
export const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(fields) !== null
