// What a page can do only with a script: copy its address, open the device's own share sheet, print.
// Without it the buttons stay hidden; every link, and the address under the QR code, works as it is.
"use strict";

const does = {
  async copy(button) {
    await navigator.clipboard.writeText(button.dataset.url);
    const status = document.getElementById("share-status");
    status.textContent = "";
    // A screen reader speaks what is new.
    setTimeout(() => { status.textContent = status.dataset.copied; }, 50);
  },
  async native(button) {
    const { title, text, url } = button.dataset;
    await navigator.share({ title, text, url });
  },
  print() { window.print(); },
};
const can = {
  copy: Boolean(navigator.clipboard),
  native: typeof navigator.share === "function",
  print: typeof window.print === "function",
};

for (const button of document.querySelectorAll("button[data-share]")) {
  const kind = button.dataset.share;
  if (!can[kind]) continue;
  button.classList.add("ready");
  button.addEventListener("click", () => {
    // A reader who closes the sheet, or forbids copying, has changed nothing.
    Promise.resolve(does[kind](button)).catch(() => {});
  });
}
