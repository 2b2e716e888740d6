// All talk with the simulator: orders, questions, and the stream of changes.

export class Refused extends Error {}

async function ask(path, options) {
  const answer = await fetch(`/sim${path}`, options);
  const body = await answer.json();
  if (!answer.ok) throw new Refused(body.error ?? answer.statusText);
  return body;
}

const order = (path, what) => ask(path, { method: "POST", body: JSON.stringify(what) });

export const world = () => ask("/world");
export const mails = () => ask("/mails");
export const traffic = (after) => ask(`/traffic?after=${after}`);
export const replay = (ids) => order("/webhooks/replay", { ids, redelivery: true });

// What was said in a chat, and who came and went: `{ messages, notices }`.
export function chat(id) {
  return ask(id.startsWith("U") ? `/chats/${id}/bot` : `/chats/groups/${id}`);
}

export const act = (person, verb, what = {}) => order(`/persons/${person}/${verb}`, what);

// Several photos sent at once belong together; all else goes one by one.
export async function sendFiles(person, chatId, files) {
  const photos = files.filter((file) => file.type.startsWith("image/"));
  if (photos.length > 1) await sendPhotos(person, chatId, photos);
  const single = photos.length > 1 ? files.filter((file) => !photos.includes(file)) : files;
  for (const file of single) await sendFile(person, chatId, file);
}

function sendPhotos(person, chatId, photos) {
  const body = new FormData();
  for (const photo of photos) body.append("photo", photo);
  return ask(`/persons/${person}/photos?${new URLSearchParams({ chat: chatId })}`, { method: "POST", body });
}

function sendFile(person, chatId, file) {
  const asked = new URLSearchParams({ chat: chatId, name: file.name });
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
