// The edit page's keys, and writing into its box. Without this file it is a form.
(() => {
  "use strict";

  const box = document.getElementById("markdown");
  if (!box) {
    return;
  }
  const form = box.form;
  const APPLE = /Mac|iPhone|iPad/.test(navigator.platform);

  const press = (button) => {
    if (button) {
      button.click();
    }
  };
  const submit = (name) => press(form.querySelector(`button[value="${name}"]`));

  // With Alt some keyboards write another letter, so letters are known by their place.
  const letter = (event) => {
    const place = /^(?:Key([A-Z])|Digit([1-9]))$/.exec(event.code);
    return place && event.key !== "?" ? (place[1] ?? place[2]).toLowerCase() : event.key;
  };

  const target = (key) =>
    /^[1-9]$/.test(key)
      ? document.querySelector(`[data-insert="memory-${key}"]`)
      : document.querySelector(`[data-alt-key~="${CSS.escape(key)}"]`);

  const follow = (element) => {
    if (element.matches("input:not([type=checkbox])")) {
      element.focus();
      element.select();
    } else {
      element.click();
    }
  };

  // Keys that do something other than to press what names them; the other scripts add theirs.
  const keys = {
    Enter: () => submit("next"),
    s: () => submit("suggest"),
    p: () => submit("preview"),
    i: () => press(Array.from(document.querySelectorAll("#lacking li:not([hidden]) button"))[0]),
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target !== box && !event.defaultPrevented) {
      event.preventDefault(); // a search field would be emptied
      box.focus();
    }
    const control = event.ctrlKey || event.metaKey;
    if (control && !event.altKey && !event.shiftKey && (event.key === "Enter" || event.code === "KeyS")) {
      event.preventDefault();
      submit("save");
      return;
    }
    if (!event.altKey || control) {
      return;
    }
    const key = letter(event);
    if (APPLE && event.target === box && key.startsWith("Arrow")) {
      return; // there it moves by words
    }
    const element = target(key);
    if (Object.hasOwn(keys, key) || element) {
      event.preventDefault();
      if (Object.hasOwn(keys, key)) {
        keys[key]();
      } else {
        follow(element);
      }
    }
  });
  globalThis.speil.keys["?"] = () => follow(target("?"));

  const changed = () => box.dispatchEvent(new Event("input", { bubbles: true }));

  // As typing does, so that it can be undone.
  const replace = (text, start, end) => {
    box.focus();
    box.setSelectionRange(start, end);
    const undoable = document.execCommand(text === "" ? "delete" : "insertText", false, text);
    if (!undoable && text !== box.value.slice(start, end)) {
      box.setRangeText(text, start, end, "end");
      changed();
    }
  };
  const write = (text) => replace(text, 0, box.value.length);

  // A text translated before takes the place of what is selected, else of the whole, and brings
  // no marks of another kind of block: those of this one are put there when it is saved. A sentence
  // goes to the cursor, and never into a word.
  const KIND = /^(?:#+ |[-*+] (?:\[[ xX]\] )?|\d+[.)] |> |\[\^[^\]]*\]: )/;
  const source = document.querySelector(".source pre");
  const kind = (text) => KIND.exec(text)?.[0] ?? "";
  for (const button of document.querySelectorAll("[data-insert]")) {
    button.parentElement.hidden = false;
    button.addEventListener("click", (event) => {
      event.preventDefault();
      const text = document.getElementById(button.dataset.insert).textContent;
      const words = kind(text) === kind(source?.textContent ?? "") ? text : text.slice(kind(text).length);
      const part = box.selectionStart < box.selectionEnd;
      button.closest(".clash")?.remove(); // the question is answered
      if (button.dataset.sentence !== undefined) {
        const start = part ? box.selectionStart : box.selectionEnd + /^\S*/.exec(box.value.slice(box.selectionEnd))[0].length;
        const space = !part && /\S$/.test(box.value.slice(0, start)) ? " " : "";
        replace(space + words, start, part ? box.selectionEnd : start);
        return;
      }
      replace(words, part ? box.selectionStart : 0, part ? box.selectionEnd : box.value.length);
    });
  }

  // The original as a whole is offered to an empty box only.
  const whole = document.getElementById("whole");
  if (whole) {
    box.addEventListener("input", () => {
      whole.hidden = box.value.trim() !== "";
    });
  }
  if (whole && source) {
    whole.addEventListener("click", (event) => {
      event.preventDefault();
      write(source.textContent);
    });
  }

  // A mark goes to the cursor; around what is selected, or around its own words, which are then.
  const insert = ({ before, words, after }) => {
    const { selectionStart: start, selectionEnd: end } = box;
    if (before.startsWith("#")) {
      replace(before, 0, 0);
      box.setSelectionRange(start + before.length, end + before.length);
      return;
    }
    const selected = box.value.slice(start, end);
    const inner = words === "" ? "" : selected || words;
    replace(before + inner + after, start, words === "" ? start : end);
    if (inner !== "" && inner !== selected) {
      box.setSelectionRange(start + before.length, start + before.length + inner.length);
    }
  };
  for (const item of document.querySelectorAll(".insertions li[data-before]")) {
    const button = item.querySelector("button");
    button.hidden = false;
    button.addEventListener("click", () => {
      item.hidden = true; // the next press of the key inserts the next one
      insert(item.dataset);
    });
  }

  // As high as its text, and at least as its original.
  const original = form.querySelector(".original");
  new ResizeObserver(() => {
    box.style.setProperty("--original", `${original.offsetHeight}px`);
  }).observe(original);
  if (!CSS.supports("field-sizing", "content")) {
    const grow = () => {
      box.style.height = "0";
      box.style.height = `${box.scrollHeight + 2}px`;
    };
    box.addEventListener("input", grow);
    grow();
  }

  // An edit page that has come without a page of its own has no focus yet.
  if (document.activeElement === document.body) {
    (document.getElementById("clash") ?? box).focus();
  }

  // The other scripts of the edit page take these from here.
  globalThis.speil.editor = { box, form, keys, write };
})();
