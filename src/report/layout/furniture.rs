//! What stands on each sheet: who gives the paper out, what it is, its day, a stamp, and "n / N".

use super::{Area, CAPITAL, Shape, Sheet, line::shortened, mm, points, room, sheet_size};
use crate::{
    domain::day,
    report::{
        Report,
        block::Align,
        face::{Weight, width},
    },
};

const SIZE: f32 = 8.0;
/// Size of the letters of a stamp.
const STAMP: f32 = 13.0;

/// Head and foot of a sheet of the paper `title`, counted from 1.
pub fn furniture(report: &Report, title: &str, number: usize, of: usize) -> Sheet {
    let mut sheet = Sheet::default();
    if report.page.is_bare() {
        return sheet;
    }
    let room = room(report.page);
    let (_, height) = sheet_size(report.page);
    let (head, foot) = (room.top - mm(8.0), height - mm(10.0));
    let mut put = |text: &str, y: f32, weight: Weight, align: Align, part: f32| {
        let glyphs = shortened(text, weight, SIZE, room.width * part);
        let x = match align {
            Align::Right => room.right() - points(width(&glyphs), SIZE),
            Align::Left | Align::Centre => room.left,
        };
        if !glyphs.is_empty() {
            sheet.items.push((None, Shape::Words { x, y, size: SIZE, weight, glyphs }));
        }
    };
    put(&report.organisation, head, Weight::Bold, Align::Left, 0.48);
    let date = day::show(report.made_on);
    // the first sheet has the title in large letters
    let what = if number == 1 { date } else { format!("{title} · {date}") };
    put(&what, head, Weight::Regular, Align::Right, 0.48);
    put(&report.foot, foot, Weight::Regular, Align::Left, 0.8);
    put(&format!("{number} / {of}"), foot, Weight::Regular, Align::Right, 0.2);
    let rule = head + mm(2.0);
    sheet.items.push((None, Shape::Line { from: (room.left, rule), to: (room.right(), rule), width: 0.4 }));
    if !report.stamp.is_empty() {
        stamp(&mut sheet, &report.stamp, room.left + room.width / 2.0, head - mm(5.0));
    }
    sheet
}

/// Words in a frame, as a rubber stamp leaves them, around a middle and above a line.
fn stamp(sheet: &mut Sheet, words: &str, middle: f32, above: f32) {
    let weight = Weight::Bold;
    let glyphs = shortened(words, weight, STAMP, mm(90.0));
    let wide = points(width(&glyphs), STAMP);
    let (left, edge) = (middle - wide / 2.0, mm(1.6));
    let height = STAMP * CAPITAL + 2.0 * edge;
    let frame = Area { left: left - 2.0 * edge, top: above - height, width: wide + 4.0 * edge, height };
    sheet.items.push((None, Shape::Frame(frame)));
    sheet.items.push((None, Shape::Words { x: left, y: above - edge, size: STAMP, weight, glyphs }));
}
