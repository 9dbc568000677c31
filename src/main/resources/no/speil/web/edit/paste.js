// What is pasted with its formatting becomes Markdown. The plain words go in first, so that undoing
// once brings them back, and stay where the server does not answer or says the same.
(() => {
  "use strict";

  const MOST = 500_000; // letters of HTML; a longer text is no section
  const FORMATS =
    "b, strong, i, em, a[href], ul, ol, table, blockquote, code, pre, sup, sub, h1, h2, h3, h4, h5, h6, " +
    "[style*='font-weight'], [style*='font-style'], [style*='mso-list']";
  const { editing } = globalThis.speil;
  if (!editing) {
    return;
  }

  const isFormatted = (html) => new DOMParser().parseFromString(html, "text/html").querySelector(FORMATS) !== null;

  const converted = async (html) => {
    const answer = await fetch(`${document.documentElement.dataset.root}api/v1/markdown`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ html }),
    }).catch(() => null);
    return answer?.ok ? answer.json() : { markdown: "", losses: [] };
  };

  const tell = (losses) => {
    const told = document.getElementById("pasted");
    told.textContent = losses.join(" ");
    told.hidden = losses.length === 0;
  };

  document.addEventListener("paste", async (event) => {
    const box = event.target;
    const html = event.clipboardData.getData("text/html");
    const isCell = box.matches(".celled .box"); // it is one line
    const plain = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n");
    const words = isCell ? plain.trim().replace(/\s*\n\s*/g, " ") : plain;
    const isMarked = html.length <= MOST && isFormatted(html);
    if ((box.id !== "markdown" && !isCell) || words === "" || !(isMarked || isCell)) {
      return;
    }
    event.preventDefault();
    const start = box.selectionStart;
    const end = start + words.length;
    editing.replace(box, words, start, box.selectionEnd);
    const { markdown: text, losses } = isMarked ? await converted(html) : { markdown: "", losses: [] };
    const isThere = document.activeElement === box && box.value.slice(start, end) === words;
    const fits = !isCell || !text.includes("\n");
    if (text !== "" && text !== words && isThere && fits) {
      tell(losses);
      const typedSince = Math.max(0, box.selectionStart - end);
      editing.replace(box, text, start, end);
      box.setSelectionRange(start + text.length + typedSince, start + text.length + typedSince);
    }
  });
})();
