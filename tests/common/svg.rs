//! A screen as a picture: text on a grid, so that columns stay straight with whatever font the reader has.

use std::fmt::Write;
use vt100::{Cell, Color, Screen};

/// Width and height of a cell, and the line that letters stand on.
const CELL: (f32, f32) = (8.4, 18.0);
const BASE: f32 = 13.2;
/// Room around the screen.
const EDGE: f32 = 14.0;
const GROUND: &str = "#1d2026";
const TEXT: &str = "#d5d9e0";

/// Draws the screen, and its cursor when it is visible. `title` is for those who hear pictures.
pub fn draw(screen: &Screen, title: &str) -> String {
    let (rows, cols) = (screen.size().0.get(), screen.size().1.get());
    let (width, height) = (f32::from(cols).mul_add(CELL.0, 2.0 * EDGE), f32::from(rows).mul_add(CELL.1, 2.0 * EDGE));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 {width:.1} {height:.1}\" \
         width=\"{width:.0}\" height=\"{height:.0}\">\n<title>{}</title>\n\
         <rect width=\"{width:.1}\" height=\"{height:.1}\" rx=\"9\" fill=\"{GROUND}\"/>\n\
         <g font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"14\" \
         fill=\"{TEXT}\" xml:space=\"preserve\">\n",
        escape(title),
    );
    for y in 0..rows {
        draw_row(&mut svg, screen, y, cols);
    }
    if !screen.hide_cursor() {
        let (y, x) = screen.cursor_position();
        let (x, y) = place(x, y);
        let _ = writeln!(svg, "<rect x=\"{x:.1}\" y=\"{:.1}\" width=\"2\" height=\"16\"/>", y + 1.0);
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

/// What a run of cells looks like.
#[derive(Clone, PartialEq)]
struct Look {
    ink: &'static str,
    ground: &'static str,
    bold: bool,
}

impl Look {
    fn new(cell: &Cell) -> Self {
        let (ink, ground) = (colour(cell.fgcolor(), TEXT), colour(cell.bgcolor(), GROUND));
        let (ink, ground) = if cell.inverse() { (ground, ink) } else { (ink, ground) };
        Self { ink, ground, bold: cell.bold() }
    }
}

/// A colour of the terminal in shades that are easy to read on the ground.
fn colour(color: Color, usual: &'static str) -> &'static str {
    match color {
        Color::Idx(1 | 9) => "#f0787f",
        Color::Idx(2 | 10) => "#98c379",
        Color::Idx(3 | 11) => "#e5c07b",
        Color::Idx(4 | 12) => "#73b7f2",
        Color::Idx(5 | 13) => "#cf8ee4",
        Color::Idx(6 | 14) => "#65c1cd",
        Color::Idx(8) => "#8c94a3",
        Color::Idx(7 | 15) => "#ffffff",
        _ => usual,
    }
}

fn place(x: u16, y: u16) -> (f32, f32) {
    (f32::from(x).mul_add(CELL.0, EDGE), f32::from(y).mul_add(CELL.1, EDGE))
}

fn draw_row(svg: &mut String, screen: &Screen, y: u16, cols: u16) {
    let mut x = 0;
    while x < cols {
        let Some(first) = screen.cell(y, x) else { break };
        let look = Look::new(first);
        let mut end = x + 1;
        while screen.cell(y, end).is_some_and(|cell| Look::new(cell) == look) {
            end += 1;
        }
        draw_run(svg, screen, (x, end, y), &look);
        x = end;
    }
}

/// Cells of one look: the ground, the frames, and the words between wider gaps.
fn draw_run(svg: &mut String, screen: &Screen, (from, to, y): (u16, u16, u16), look: &Look) {
    if look.ground != GROUND {
        let ((x, top), width) = (place(from, y), f32::from(to - from) * CELL.0);
        let (height, ground) = (CELL.1, look.ground);
        let _ = writeln!(
            svg,
            "<rect x=\"{x:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{height}\" fill=\"{ground}\"/>"
        );
    }
    let symbol = |x| screen.cell(y, x).map_or("", |cell| if cell.has_contents() { cell.contents() } else { " " });
    let is_blank =
        |x| x >= to || symbol(x).trim().is_empty() && !screen.cell(y, x).is_some_and(Cell::is_wide_continuation);
    let mut x = from;
    let mut frame = String::new();
    while x < to {
        if let Some(path) = line(symbol(x), place(x, y)) {
            frame += &path;
            x += 1;
        } else if is_blank(x) {
            x += 1;
        } else {
            let begin = x;
            while x < to && line(symbol(x), (0.0, 0.0)).is_none() && !(is_blank(x) && is_blank(x + 1)) {
                x += 1;
            }
            let words: String = (begin..x)
                .filter(|x| !screen.cell(y, *x).is_some_and(Cell::is_wide_continuation))
                .map(symbol)
                .collect();
            draw_words(svg, words.trim_end(), (begin, y), look);
        }
    }
    if !frame.is_empty() {
        let _ = writeln!(svg, "<path d=\"{frame}\" stroke=\"{}\" fill=\"none\"/>", look.ink);
    }
}

fn draw_words(svg: &mut String, words: &str, (x, y): (u16, u16), look: &Look) {
    let columns = f32::from(unicode_width::UnicodeWidthStr::width(words) as u16);
    let (x, top) = place(x, y);
    let ink = if look.ink == TEXT { String::new() } else { format!(" fill=\"{}\"", look.ink) };
    let bold = if look.bold { " font-weight=\"bold\"" } else { "" };
    let _ = writeln!(
        svg,
        "<text x=\"{x:.1}\" y=\"{:.1}\" textLength=\"{:.1}\"{ink}{bold}>{}</text>",
        top + BASE,
        columns * CELL.0,
        escape(words),
    );
}

/// The path of a character that frames are made of: it reaches the edges of its cell, which letters of a font do not.
fn line(symbol: &str, (x, y): (f32, f32)) -> Option<String> {
    let (left, right, up, down) = match symbol {
        "─" => (true, true, false, false),
        "│" => (false, false, true, true),
        "┌" => (false, true, false, true),
        "┐" => (true, false, false, true),
        "└" => (false, true, true, false),
        "┘" => (true, false, true, false),
        _ => return None,
    };
    let (middle, centre) = (x + CELL.0 / 2.0, y + CELL.1 / 2.0);
    let mut path = String::new();
    if left || right {
        let (from, to) = (if left { x } else { middle }, if right { x + CELL.0 } else { middle });
        let _ = write!(path, "M{from:.1} {centre:.1}H{to:.1}");
    }
    if up || down {
        let (from, to) = (if up { y } else { centre }, if down { y + CELL.1 } else { centre });
        let _ = write!(path, "M{middle:.1} {from:.1}V{to:.1}");
    }
    Some(path)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
