// Open LIFF links as LINE would: on a phone in a window of their own that knows who holds the
// phone and in which chat the link was tapped, on a PC in an ordinary tab.

const LIFF_ID = /^\/\d+-[A-Za-z0-9]+(\/|$)/;
const SIZES = { width: 390, height: 760 };

export function isLiff(url) {
  let address;
  try {
    address = new URL(url, location.href);
  } catch {
    return false;
  }
  if (address.hostname === "liff.line.me") return LIFF_ID.test(address.pathname);
  if (address.protocol === "line:") return address.hostname === "app";
  return address.origin === location.origin && LIFF_ID.test(address.pathname.replace(/^\/liff/, ""));
}

// `person` as in /sim/world; `chat` is "bot" or a group's id, as in an order to /sim.
export function openLiff(url, person, chat) {
  const asked = new URLSearchParams({ url: new URL(url, location.href).href, ...(chat ? { chat } : {}) });
  const address = `/sim/phones/${person.id}/liff?${asked}`;
  if (person.device === "pc") window.open(address, "_blank", "noopener");
  else window.open(address, "_blank", `popup,width=${SIZES.width},height=${SIZES.height}`);
}

// Links in what was said open as the buttons of a card do. `where` answers person and chat.
export function catchLiffLinks(log, where) {
  log.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || !isLiff(link.href)) return;
    event.preventDefault();
    const { person, chat } = where();
    openLiff(link.href, person, chat);
  });
}
