// Make a drawn thing a button, for the mouse and for the keyboard.

export function tappable(made, action, path, tap) {
  if (!action) return made;
  made.classList.add("tappable");
  made.setAttribute("role", "button");
  made.tabIndex = 0;
  if (action.label) made.setAttribute("aria-label", action.label);
  const press = (event) => { event.stopPropagation(); tap(path, action); };
  made.addEventListener("click", press);
  made.addEventListener("keydown", (event) => {
    if (event.target !== made || !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    press(event);
  });
  return made;
}
