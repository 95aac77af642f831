"use strict";
// Draws charts, saves them, completes expressions and filters tables. Pages are whole without it.
(function () {
  var root = document.documentElement;
  var charts = [];

  function coloured(node, style) {
    if (typeof node === "string") {
      var name = /^var\((--[a-z-]+)\)$/.exec(node);
      return name ? style.getPropertyValue(name[1]).trim() : node;
    }
    if (Array.isArray(node)) {
      return typeof node[0] === "number" ? node : node.map(function (item) { return coloured(item, style); });
    }
    if (node && typeof node === "object") {
      var copy = {};
      Object.keys(node).forEach(function (key) { copy[key] = coloured(node[key], style); });
      return copy;
    }
    return node;
  }

  function draw(chart) {
    var zoom = chart.view.getOption();
    chart.view.setOption(coloured(chart.option, getComputedStyle(root)), true);
    if (zoom && zoom.dataZoom) {
      chart.view.setOption({ dataZoom: zoom.dataZoom.map(function (one) { return { start: one.start, end: one.end }; }) });
    }
  }

  function save(name, url) {
    var link = document.createElement("a");
    link.href = url;
    link.download = name;
    document.body.appendChild(link);
    link.click();
    link.remove();
  }

  function csvOf(table) {
    return Array.prototype.map.call(table.rows, function (row) {
      return Array.prototype.map.call(row.cells, function (cell) {
        var text = cell.textContent.trim();
        return /[",\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
      }).join(",");
    }).join("\n") + "\n";
  }

  // Draws the charts inside a part of the page; pages that replace a part call it again through window.touchstone.
  function start(part) {
    part.querySelectorAll("figure.figure").forEach(function (figure) {
      var place = figure.querySelector(".chart");
      var source = figure.querySelector("script[type='application/json']");
      if (!place || !source || place.hasAttribute("data-drawn") || typeof echarts === "undefined") {
        return;
      }
      place.setAttribute("data-drawn", "");
      place.style.height = place.getAttribute("data-height") + "px";
      var chart = { view: echarts.init(place, null, { renderer: "canvas", devicePixelRatio: Math.max(2, window.devicePixelRatio || 1) }), option: JSON.parse(source.textContent) };
      charts.push(chart);
      draw(chart);
      var name = figure.getAttribute("data-name") || "chart";
      figure.querySelectorAll("[data-save]").forEach(function (button) {
        button.hidden = false;
        button.addEventListener("click", function () {
          if (button.getAttribute("data-save") === "png") {
            save(name + ".png", chart.view.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: getComputedStyle(root).getPropertyValue("--panel").trim() }));
          } else {
            var url = URL.createObjectURL(new Blob([csvOf(figure.querySelector("table"))], { type: "text/csv" }));
            save(name + ".csv", url);
            URL.revokeObjectURL(url);
          }
        });
      });
    });
    part.querySelectorAll("input[data-filter]").forEach(function (input) {
      var table = document.getElementById(input.getAttribute("data-filter"));
      if (!table || !input.hidden) {
        return;
      }
      input.hidden = false;
      input.addEventListener("input", function () {
        var words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
        Array.prototype.forEach.call(table.tBodies[0].rows, function (row) {
          var text = row.textContent.toLowerCase();
          row.hidden = !words.every(function (word) { return text.indexOf(word) >= 0; });
        });
      });
    });
  }

  function all(act) { charts.forEach(act); }
  window.addEventListener("resize", function () { all(function (chart) { chart.view.resize(); }); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", function () { all(draw); });
  matchMedia("print").addEventListener("change", function () { all(function (chart) { draw(chart); chart.view.resize(); }); });
  window.addEventListener("hashchange", openTarget);
  function openTarget() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.tagName === "DETAILS") { target.open = true; }
  }
  openTarget();
  start(document);
  window.touchstone = { start: start };
})();
