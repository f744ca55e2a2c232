"use strict";
// Where the nodes of a drawing stand that the page did not come with: springs, then boxes pushed off each other; always the same.
hadath.layout = (() => {
  const EDGE = 120;
  function springs(ids, pairs) {
    const n = ids.length;
    const place = new Map(ids.map((id, at) => [id, at]));
    const spread = EDGE * Math.sqrt(n) * 0.6;
    const xy = ids.map((_, at) => { const angle = at * 2.39996, radius = spread * Math.sqrt((at + 0.5) / n); return [radius * Math.cos(angle), radius * Math.sin(angle)]; });
    const links = pairs.map(([a, b]) => [place.get(a), place.get(b)]).filter(([a, b]) => a !== b);
    const rounds = n > 200 ? 60 : 120;
    for (let round = 0; round < rounds; round++) {
      const heat = EDGE * 0.9 * (1 - round / rounds);
      const push = xy.map(([x, y]) => [-x * 0.04, -y * 0.06]);
      for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++) {
        const dx = xy[a][0] - xy[b][0] || 0.01, dy = xy[a][1] - xy[b][1] || 0.01;
        const force = (EDGE * EDGE) / Math.max(dx * dx + dy * dy, 25);
        push[a][0] += dx * force; push[a][1] += dy * force;
        push[b][0] -= dx * force; push[b][1] -= dy * force;
      }
      for (const [a, b] of links) {
        const dx = xy[a][0] - xy[b][0], dy = xy[a][1] - xy[b][1];
        const force = Math.hypot(dx, dy) / EDGE;
        push[a][0] -= dx * force; push[a][1] -= dy * force;
        push[b][0] += dx * force; push[b][1] += dy * force;
      }
      xy.forEach((at, node) => {
        const [px, py] = push[node], length = Math.hypot(px, py) || 1, step = Math.min(length, heat);
        at[0] += (px / length) * step; at[1] += (py / length) * step;
      });
    }
    return xy.map(([x, y]) => [x * 1.25, y * 0.95]);
  }
  /* push covering boxes apart along the axis on which they cover least; the first `fixed` of them stay */
  function apart(xy, boxes, fixed = 0) {
    for (let round = 0; round < 150; round++) {
      let moved = false;
      for (let a = 0; a < xy.length; a++) for (let b = Math.max(a + 1, fixed); b < xy.length; b++) {
        const dx = xy[b][0] - xy[a][0], dy = xy[b][1] - xy[a][1];
        const cx = (boxes[a][0] + boxes[b][0]) / 2 - Math.abs(dx), cy = (boxes[a][1] + boxes[b][1]) / 2 - Math.abs(dy);
        if (cx <= 0 || cy <= 0) continue;
        moved = true;
        const axis = cx < cy ? 0 : 1, half = (axis ? cy : cx) * (a < fixed ? 1 : 0.5) + 0.5, way = (axis ? dy : dx) < 0 ? -1 : 1;
        xy[b][axis] += way * half;
        if (a >= fixed) xy[a][axis] -= way * half;
      }
      if (!moved) break;
    }
    return xy;
  }
  const boxesOf = (ids) => ids.map((id) => { const [width, height] = hadath.drawing.size(id); return [width + 40, height + 34]; });
  const rounded = (ids, xy) => new Map(ids.map((id, at) => [id, xy[at].map(Math.round)]));
  return {
    /* places of some nodes that are joined by pairs */
    whole: (ids, pairs) => rounded(ids, apart(springs(ids, pairs), boxesOf(ids))),
    /* places of new nodes around one that is drawn; what is drawn stays where it is */
    around(centre, ids, places) {
      const old = [...places.keys()];
      const [x, y] = places.get(centre);
      const ring = ids.map((_, at) => { const angle = (2 * Math.PI * at) / ids.length, radius = 150 + 18 * ids.length; return [x + radius * 1.2 * Math.cos(angle), y + radius * 0.8 * Math.sin(angle)]; });
      const xy = apart([...old.map((id) => [...places.get(id)]), ...ring], boxesOf([...old, ...ids]), old.length);
      return rounded(ids, xy.slice(old.length));
    },
  };
})();
