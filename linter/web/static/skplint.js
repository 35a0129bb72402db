// Hides the answer until the class has voted; tells what changed to those who listen; says when the server is gone.
(() => {
  "use strict";
  const result = document.getElementById("hasil");
  const news = document.getElementById("kabar");
  if (!result) return;
  document.documentElement.classList.add("scripts"); // typing is enough: the button is for those without
  const button = document.querySelector('[data-toggle="answer"]');
  let closed = Boolean(button) && sessionStorage.getItem("tutup") === "ya";
  const open = new Set();
  const all = (selector) => result.querySelectorAll(selector);

  const show = () => {
    if (button) button.setAttribute("aria-pressed", String(closed));
    for (const answer of all(".answer")) answer.hidden = closed;
    for (const question of all(".closed")) question.hidden = !closed;
    for (const details of all("details")) details.open = open.has(details.className);
  };

  // What is written stays with this tab when the language or the page changes; it goes with the tab.
  for (const field of document.querySelectorAll("textarea[data-kept]")) {
    const kept = `${location.pathname} ${field.id}`;
    const before = sessionStorage.getItem(kept);
    if (before && !field.value) {
      field.value = before;
      const around = field.closest("details");
      if (around) around.open = true;
      if (field.id === "teks") window.addEventListener("load", () => field.form.requestSubmit());
    }
    field.addEventListener("input", () => sessionStorage.setItem(kept, field.value));
  }

  for (const clear of document.querySelectorAll("[data-clear]")) {
    clear.addEventListener("click", () => {
      for (const field of clear.form.querySelectorAll("textarea[data-kept]")) {
        field.value = "";
        sessionStorage.removeItem(`${location.pathname} ${field.id}`);
      }
      clear.form.requestSubmit();
      document.getElementById("teks").focus();
    });
  }

  let pause = 0;
  const tell = () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      const said = [...all("[data-said], [role=alert]")].map((one) => one.dataset.said || one.textContent);
      if (news) news.textContent = closed ? "" : said.join(" ");
    }, 900);
  };

  if (button) {
    button.addEventListener("click", () => {
      closed = !closed;
      sessionStorage.setItem("tutup", closed ? "ya" : "tidak");
      show();
      tell();
    });
  }
  result.addEventListener("toggle", ({ target }) => open[target.open ? "add" : "delete"](target.className), true);
  document.body.addEventListener("htmx:error", () => {
    const lost = document.createElement("p");
    lost.className = "empty";
    lost.setAttribute("role", "alert");
    lost.textContent = result.dataset.lost;
    result.replaceChildren(lost);
  });
  new MutationObserver(() => {
    show();
    tell();
  }).observe(result, { childList: true });
  show();
})();
