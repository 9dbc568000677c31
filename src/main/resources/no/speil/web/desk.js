// The desk's keys, and writing into its box. Without this file it is a form.
(() => {
  "use strict";

  const box = document.getElementById("markdown");
  if (!box) {
    return;
  }
  const form = box.form;

  // Keys
  const named = (event) => {
    if (event.altKey && !event.ctrlKey && !event.metaKey && event.code === "KeyI") {
      return "insert";
    }
    if (event.key !== "Enter") {
      return "";
    }
    const control = event.ctrlKey || event.metaKey;
    return control ? (event.shiftKey ? "next" : "save") : event.altKey ? "mark" : "";
  };
  box.addEventListener("keydown", (event) => {
    const name = named(event);
    const button = name ? form.querySelector(`button[value="${name}"]`) : null;
    if (name) {
      event.preventDefault();
    }
    if (button) {
      button.click();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const number = /^Digit([1-9])$/.exec(event.code);
    const key = event.code === "KeyC" ? "c" : event.key; // with Alt some keyboards write another letter
    const target = number
      ? document.querySelector(`[data-insert="memory-${number[1]}"]`)
      : document.querySelector(`[data-desk="${key}"]`);
    if (target) {
      event.preventDefault();
      target.click();
    }
  });

  const write = (text, instead = false) => {
    box.focus();
    if (instead || box.value.trim() === "") {
      box.select();
    }
    box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };
  for (const button of document.querySelectorAll("[data-insert]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      write(document.getElementById(button.dataset.insert).textContent);
    });
  }

  // A desk that has come without a page of its own has no focus yet.
  if (document.activeElement === document.body) {
    (document.getElementById("clash") ?? box).focus();
  }

  // The other scripts of the desk take these from here.
  globalThis.speil.desk = { box, form, write };
})();
