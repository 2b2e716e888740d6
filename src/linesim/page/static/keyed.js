// Show a list and touch only what has changed, so that focus, scrolling and open folds stay.

// Returns a function that takes items of `{ key, state, make }`: `make` draws one whose state is
// new, and is given what stood there before.
export function keyed(container) {
  let shown = new Map();
  return (items) => {
    const fresh = new Map();
    for (const { key, state, make } of items) {
      const known = shown.get(key);
      fresh.set(key, known?.state === state ? known : { state, node: make(known?.node) });
    }
    for (const [key, { node }] of shown) if (fresh.get(key)?.node !== node) node.remove();
    let place = container.firstChild;
    for (const { node } of fresh.values()) {
      if (node === place) place = place.nextSibling;
      else container.insertBefore(node, place);
    }
    shown = fresh;
  };
}
