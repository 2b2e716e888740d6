// All talk with the simulator: orders, questions, and the stream of changes.

export class Refused extends Error {}

async function ask(path, options) {
  const answer = await fetch(`/sim${path}`, options);
  const body = await answer.json();
  if (!answer.ok) throw new Refused(body.error ?? answer.statusText);
  return body;
}

export const world = () => ask("/world");
export const mails = () => ask("/mails");
export const traffic = (after) => ask(`/traffic?after=${after}`);

export async function messages(chat) {
  const path = chat.startsWith("U") ? `/chats/${chat}/bot` : `/chats/groups/${chat}`;
  return (await ask(path)).messages;
}

export function act(person, verb, order = {}) {
  return ask(`/persons/${person}/${verb}`, { method: "POST", body: JSON.stringify(order) });
}

export function sendFile(person, chat, file) {
  const asked = new URLSearchParams({ chat, name: file.name });
  const headers = { "content-type": file.type || "application/octet-stream" };
  return ask(`/persons/${person}/files?${asked}`, { method: "POST", body: file, headers });
}

// Calls `onChange` for each change, and `onOpen` whenever changes may have been missed.
export function listen({ onOpen, onChange, onLost }) {
  const source = new EventSource("/sim/stream");
  source.addEventListener("open", onOpen);
  source.addEventListener("error", onLost);
  source.addEventListener("message", (event) => onChange(JSON.parse(event.data)));
}
