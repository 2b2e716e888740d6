// What follows when a person presses a button of a message.

import { button, element } from "./elements.js";
import { isLiff, openLiff } from "./liff.js";
import { words } from "./words.js";

const INPUTS = { date: "date", time: "time", datetime: "datetime-local" };

// Ask for a day or an hour; answers null when the person thinks better of it.
export function pickMoment({ mode, initial, min, max, label }) {
  const input = element("input", { type: INPUTS[mode], value: initial, min, max, required: true, "aria-label": label ?? words.pick });
  const dialog = element(
    "dialog", { class: "picker", "aria-label": words.pick },
    element("form", { method: "dialog" },
      element("h2", { text: label ?? words.pick }), input,
      element("p", {},
        button(words.cancel, () => dialog.close(), { class: "tool" }),
        element("button", { class: "tool main", value: "chosen", text: words.choose }))),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "chosen" ? input.value : null);
    });
  });
}

// What happens on the device itself.
export async function followUp({ uri, copied, opens, fillInText }, phone) {
  if (uri) visit(uri, phone);
  if (copied) {
    await navigator.clipboard?.writeText(copied).catch(() => {});
    phone.say(`${words.copied}: ${copied}`);
  }
  if (opens === "camera" || opens === "cameraRoll") phone.composer.choosePhotos();
  else if (opens) phone.say(words.opens(opens));
  if (fillInText) phone.composer.fill(fillInText);
}

function visit(uri, phone) {
  if (isLiff(uri)) openLiff(uri, phone.person, phone.where());
  else if (/^https?:/i.test(uri)) window.open(uri, "_blank", "noopener");
  else phone.say(uri);
}
