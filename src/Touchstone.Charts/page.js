"use strict";
// Draws every chart of the page from the option beside it, and opens the working of a figure where the figure stands.
(function () {
  var root = document.documentElement;
  document.querySelectorAll("[data-chart]").forEach(function (place) {
    touchstoneCharts.add(place, JSON.parse(document.getElementById(place.getAttribute("data-chart")).textContent), place.getAttribute("data-height"));
  });

  // Without this script its link leads to the notes at the end.
  if ("showPopover" in root) {
    document.querySelectorAll(".note").forEach(function (note) {
      var close = document.createElement("button");
      close.type = "button";
      close.className = "close";
      close.textContent = "×";
      close.setAttribute("aria-label", "Close");
      close.addEventListener("click", function () { note.hidePopover(); });
      note.setAttribute("popover", "auto");
      note.setAttribute("role", "dialog");
      note.insertBefore(close, note.firstChild);
      document.body.appendChild(note);
    });
    document.querySelectorAll(".notes").forEach(function (notes) { notes.remove(); });
    document.querySelectorAll(".figure-link").forEach(function (link) {
      var note = document.getElementById(link.getAttribute("href").slice(1));
      link.setAttribute("aria-haspopup", "dialog");
      note.addEventListener("toggle", function (event) {
        if (event.newState === "closed" && note.opener === link) { link.focus({ preventScroll: true }); }
      });
      link.addEventListener("click", function (event) {
        event.preventDefault();
        note.opener = link;
        note.showPopover();
        note.focus({ preventScroll: true });
        note.scrollTop = 0;
      });
    });
  }
})();
