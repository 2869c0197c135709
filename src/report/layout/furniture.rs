//! What stands on each sheet: who gives the paper out, what it is, its day, and "n / N".

use super::{Shape, Sheet, line::shortened, mm, points, room, sheet_size};
use crate::{
    domain::day,
    report::{
        Page, Report,
        block::Align,
        face::{Weight, width},
    },
};

const SIZE: f32 = 8.0;

/// Head and foot of a sheet of the paper `title`, counted from 1.
pub fn furniture(report: &Report, title: &str, number: usize, of: usize) -> Sheet {
    let mut sheet = Sheet::default();
    if report.page == Page::Bare {
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
    sheet
}
