//! What a frame costs the painter at 100×30: `cargo bench --bench paint`.
use divan::{Bencher, black_box};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
};
use std::io;
use ushirika::tui::{charset::Charset, paint::Painter};

fn main() {
    divan::main();
}

/// A list of 26 rows between a header and a footer, the selected one reversed.
fn list(top: usize, selected: usize) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 100, 30));
    buffer.set_string(0, 0, format!(" Members › active {:>70}", top + selected), Style::new());
    buffer.set_string(0, 1, "─".repeat(100), Style::new());
    for row in 0..26 {
        let n = ((top + row + 1) * 2_654_435_761) >> 7;
        let line = format!(
            " {:>6}  KABEYA Ngoyi É{:<20}  {:>3}  {:<16}  +243 81{:07}  03/11/2026 ",
            top + row,
            n % 977,
            n % 60,
            ["Luamuela", "Bakwa Tshimuna", "Mbuji-Mayi"][n % 3],
            n % 10_000_000
        );
        buffer.set_stringn(0, row as u16 + 2, line, 100, Style::new());
    }
    let reversed = Style::new().add_modifier(Modifier::REVERSED);
    buffer.set_style(Rect::new(0, selected as u16 + 2, 100, 1), reversed);
    buffer.set_string(0, 29, " Enter open  n new  e edit  / filter  ? help", Style::new());
    buffer
}

/// Two frames in turn.
fn turns(bencher: Bencher, frames: &[Buffer; 2]) {
    let mut painter = Painter::new(Charset::Full, io::sink());
    let mut turn = 0;
    bencher.bench_local(|| {
        turn += 1;
        painter.paint(black_box(&frames[turn % 2]), None).expect("a sink takes all")
    });
}

#[divan::bench]
fn nothing(bencher: Bencher) {
    turns(bencher, &[list(200, 10), list(200, 10)]);
}

#[divan::bench]
fn cursor(bencher: Bencher) {
    turns(bencher, &[list(200, 10), list(200, 11)]);
}

#[divan::bench]
fn scroll(bencher: Bencher) {
    turns(bencher, &[list(200, 25), list(201, 25)]);
}

#[divan::bench]
fn page(bencher: Bencher) {
    turns(bencher, &[list(200, 25), list(226, 25)]);
}

#[divan::bench]
fn everything(bencher: Bencher) {
    let mut painter = Painter::new(Charset::Full, io::sink());
    let frame = list(200, 25);
    bencher.bench_local(|| {
        painter.reset();
        painter.paint(black_box(&frame), None).expect("a sink takes all")
    });
}
