// Leaving in a hurry: the way out works without this file; with it the page is gone before the next one comes.
(() => {
  const links = document.querySelectorAll("[data-exit]");
  const button = document.querySelector(".exit");
  if (!button) return;

  const status = document.createElement("p");
  status.className = "hidden";
  status.setAttribute("role", "status");
  document.body.append(status);

  const leave = () => {
    document.title = "\u00a0";
    document.body.textContent = "";
    // In the place of this page: the back button does not return to it.
    location.replace(button.href);
  };

  const timeToPressAgain = 5000;
  let presses = 0;
  let alone = false;
  let timer;

  const count = (number) => {
    clearTimeout(timer);
    presses = number;
    if (presses) {
      button.dataset.pressed = presses;
      status.textContent = presses === 1 ? button.dataset.twoMore : button.dataset.oneMore;
      timer = setTimeout(count, timeToPressAgain, 0);
    } else {
      delete button.dataset.pressed;
      status.textContent = "";
    }
  };

  // Shift counts only when pressed by itself: capital letters, Shift+Tab and switching the keyboard's
  // language with Alt+Shift are everyday work.
  const begin = (event) => {
    alone = event.key === "Shift" && !event.altKey && !event.ctrlKey && !event.metaKey;
    if (!alone) count(0);
  };

  const end = (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    if (presses === 2) leave();
    else count(presses + 1);
  };

  document.addEventListener("keydown", begin, true);
  document.addEventListener("keyup", end, true);
  document.addEventListener("pointerdown", () => { alone = false; }, true);
  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leave();
    });
  }

  // A browser that kept the emptied page in memory and comes back to it has to fetch it again.
  addEventListener("pageshow", (event) => {
    if (event.persisted && !document.body.children.length) location.reload();
  });
})();
