// Copying a citation with one click. Without this file its text can be selected.
(() => {
  "use strict";

  const { tell } = globalThis.speil;
  const told = document.getElementById("told");

  for (const button of document.querySelectorAll("button[data-copies]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = document.getElementById(button.dataset.copies);
      getSelection().selectAllChildren(text);
      text.select?.();
      try {
        await navigator.clipboard.writeText(text.value ?? text.textContent);
        tell(told.dataset.named.replace("{0}", button.dataset.name));
      } catch {
        // No clipboard without a safe connection or the reader's leave: then it is theirs to copy.
        tell(told.dataset.select);
      }
    });
  }
})();
