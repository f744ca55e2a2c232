"use strict";
// Where the nodes of a drawing stand that the page did not come with: springs, then boxes pushed off each other; always the same.
hadath.layout = (() => {
  const REACH = 2, GRAVITY = 0.5, WIDE = 1.15, ROUNDS = 200; // as hadath.graph.view.layout has them
  function springs(count, links, edge) {
    const xy = Array.from({ length: count }, (_, at) => { const angle = at * 2.39996, radius = 0.6 * edge * Math.sqrt(at + 0.5); return [radius * Math.cos(angle), radius * Math.sin(angle)]; });
    for (let round = 0; round < ROUNDS; round++) {
      const heat = edge * (1 - round / ROUNDS) ** 1.5;
      const push = xy.map(([x, y]) => [-x * GRAVITY, -y * GRAVITY]);
      for (let a = 0; a < count; a++) for (let b = a + 1; b < count; b++) {
        const dx = xy[a][0] - xy[b][0], dy = xy[a][1] - xy[b][1], near = Math.max(dx * dx + dy * dy, 100);
        if (near > (REACH * edge) ** 2) continue;
        const force = (edge * edge) / near;
        push[a][0] += dx * force; push[a][1] += dy * force;
        push[b][0] -= dx * force; push[b][1] -= dy * force;
      }
      for (const [a, b] of links) {
        const dx = xy[a][0] - xy[b][0], dy = xy[a][1] - xy[b][1], force = Math.hypot(dx, dy) / edge;
        push[a][0] -= dx * force; push[a][1] -= dy * force;
        push[b][0] += dx * force; push[b][1] += dy * force;
      }
      xy.forEach((at, node) => {
        const [px, py] = push[node], length = Math.hypot(px, py) || 1, step = Math.min(length, heat);
        at[0] += (px / length) * step; at[1] += (py / length) * step;
      });
    }
    return xy.map(([x, y]) => [x * WIDE, y / WIDE]);
  }
  /* the order in which nodes are set out from the middle: each part of the drawing from its best joined node on */
  function outwards(ids, pairs) {
    const near = new Map(ids.map((id) => [id, []]));
    for (const [a, b] of pairs) { near.get(a).push(b); near.get(b).push(a); }
    const seen = new Set(), parts = [];
    for (const start of [...ids].sort((a, b) => near.get(b).length - near.get(a).length || a - b)) {
      if (seen.has(start)) continue;
      const part = [start];
      seen.add(start);
      for (const id of part) for (const other of near.get(id)) if (!seen.has(other)) { seen.add(other); part.push(other); }
      parts.push(part);
    }
    return parts.sort((a, b) => b.length - a.length || a[0] - b[0]).flat();
  }
  function whole(nodes, pairs, edge, room) {
    const ids = outwards(nodes, pairs), place = new Map(ids.map((id, at) => [id, at]));
    const links = [...new Set(pairs.filter(([a, b]) => a !== b).map(([a, b]) => Math.min(place.get(a), place.get(b)) + " " + Math.max(place.get(a), place.get(b))))].map((pair) => pair.split(" ").map(Number));
    return rounded(ids, apart(springs(ids.length, links, edge), boxesOf(ids, room)));
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
  const SPREAD = 1.7; // how far a drawing is drawn out at most
  /* the same places, drawn out along one axis towards the shape of the room in which they are to stand */
  function spread(places, width, height) {
    const [xs, ys] = [0, 1].map((axis) => [...places.values()].map((place) => place[axis]));
    const wide = Math.max(...xs) - Math.min(...xs) + 150, tall = Math.max(...ys) - Math.min(...ys) + 80;
    const lack = (wide * height) / (tall * width); // above 1 where room is left above and below
    const [fx, fy] = lack > 1 ? [1, Math.min(lack, SPREAD)] : [Math.min(1 / lack, SPREAD), 1];
    return new Map([...places].map(([id, [x, y]]) => [id, [Math.round(x * fx), Math.round(y * fy)]]));
  }
  const boxesOf = (ids, room) => ids.map((id) => { const [width, height] = hadath.drawing.size(id); return [width + 26, height + room]; });
  /* an entity stands above the middle of its place, for its label hangs below it */
  const above = (id) => (hadath.model.isEvent(id) ? 0 : hadath.drawing.size(id)[1] / 2 - 18);
  const rounded = (ids, xy) => new Map(ids.map((id, at) => [id, [Math.round(xy[at][0]), Math.round(xy[at][1] - above(id))]]));
  /* which boxes [x, y of the middle, width, height] cover none of those that stand already nor one before them */
  function clear(boxes, standing) {
    const taken = [...standing], free = ([x, y, width, height]) => taken.every((one) => Math.abs(one[0] - x) * 2 >= one[2] + width || Math.abs(one[1] - y) * 2 >= one[3] + height);
    return boxes.map((box) => { const fits = free(box); if (fits) taken.push(box); return fits; });
  }
  return {
    spread,
    clear,
    /* what a node covers: an event its box, an entity its sign and the label under it */
    covered(id, [x, y]) {
      const [width, height] = hadath.drawing.size(id), sign = hadath.drawing.radius(id), lines = height - 38;
      return hadath.model.isEvent(id) ? [[x, y, width, height]] : [[x, y, 2 * sign, 2 * sign], [x, y + sign + 6 + lines / 2, width - 16, lines - 8]];
    },
    whole, // places of some nodes that are joined by pairs, by edges about so long, with so much room between what stands above each other
    /* places of new nodes around one that is drawn; what is drawn stays where it is */
    around(centre, ids, places) {
      const old = [...places.keys()];
      const [x, y] = places.get(centre);
      const ring = ids.map((_, at) => { const angle = (2 * Math.PI * at) / ids.length, radius = 150 + 18 * ids.length; return [x + radius * 1.2 * Math.cos(angle), y + radius * 0.8 * Math.sin(angle)]; });
      const xy = apart([...old.map((id) => [places.get(id)[0], places.get(id)[1] + above(id)]), ...ring], boxesOf([...old, ...ids], 26), old.length);
      return rounded(ids, xy.slice(old.length));
    },
  };
})();
