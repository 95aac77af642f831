"use strict";
// Draws every chart of the page from the option beside it, in the colours of the page, and again when these change.
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

  function draw() {
    var style = getComputedStyle(root);
    charts.forEach(function (chart) {
      var zoom = chart.view.getOption();
      chart.view.setOption(coloured(chart.option, style), true);
      if (zoom && zoom.dataZoom) {
        chart.view.setOption({ dataZoom: zoom.dataZoom.map(function (one) { return { start: one.start, end: one.end }; }) });
      }
    });
  }

  document.querySelectorAll("[data-chart]").forEach(function (place) {
    var option = JSON.parse(document.getElementById(place.getAttribute("data-chart")).textContent);
    place.style.height = place.getAttribute("data-height") + "px";
    var view = echarts.init(place, null, { renderer: "canvas", devicePixelRatio: Math.max(2, window.devicePixelRatio || 1) });
    charts.push({ view: view, option: option });
  });
  draw();

  function fit() { charts.forEach(function (chart) { chart.view.resize(); }); }
  window.addEventListener("resize", fit);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  matchMedia("print").addEventListener("change", function () { draw(); fit(); });
})();
