// Hides the answer until the class has voted; the choice lasts as long as the tab.
(() => {
  "use strict";
  const button = document.querySelector('[data-toggle="answer"]');
  const result = document.getElementById("hasil");
  if (!button || !result) return;
  const words = { close: button.textContent, open: button.dataset.open || button.textContent };
  let closed = sessionStorage.getItem("tutup") === "ya";
  const show = () => {
    button.setAttribute("aria-pressed", String(closed));
    button.textContent = closed ? words.open : words.close;
    for (const answer of result.querySelectorAll(".answer")) answer.hidden = closed;
    for (const question of result.querySelectorAll(".closed")) question.hidden = !closed;
  };
  button.addEventListener("click", () => {
    closed = !closed;
    sessionStorage.setItem("tutup", closed ? "ya" : "tidak");
    show();
  });
  new MutationObserver(show).observe(result, { childList: true });
  show();
})();
