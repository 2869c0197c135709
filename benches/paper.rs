//! What a paper costs: a register as PDF, its number of pages, the same as text and as a workbook, with the memory each
//! takes at most.
//!
//! `cargo bench --bench paper`

use divan::{AllocProfiler, Bencher, black_box};
use std::io;
use ushirika::{
    demo,
    domain::{book::Country, member::Field},
    report::{
        Page, Report,
        block::{Align, Column, Table},
        pages, pdf, plain, roster,
        table::Cell,
        xlsx::{self, About},
    },
};

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

fn day() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day")
}

/// A register of so many people in eight columns, across the sheet.
fn register(count: usize) -> Report {
    let people = demo::cooperative(count, 1, day(), Country::Cd);
    let table = ["Nom", "Sexe", "Né(e) le", "Téléphone", "Village", "Site", "Statut"]
        .into_iter()
        .fold(Table::new().column(Column::new("N°").align(Align::Right)), Table::column);
    let rows = people.members().map(|member| {
        let of = |field| Cell::from(member.get(field));
        vec![
            member.number.map_or(Cell::Blank, Into::into),
            member.full_name().into(),
            of(Field::Sex),
            of(Field::Birth),
            of(Field::Phone),
            of(Field::Village),
            of(Field::Site),
            of(Field::Status),
        ]
    });
    let table = table.rows(rows);
    Report::new("Registre des membres", "fr", day()).organisation("Mbongu Mboka").on(Page::Landscape).block(table)
}

#[divan::bench(args = [1, 500, 2_000, 25_000], sample_count = 10)]
fn register_to_pdf(bencher: Bencher, rows: usize) {
    let report = register(rows);
    bencher.bench_local(|| pdf::render(black_box(&report)));
}

#[divan::bench(args = [500])]
fn register_to_pages(bencher: Bencher, rows: usize) {
    let report = register(rows);
    bencher.bench_local(|| pages(black_box(&report)));
}

#[divan::bench(args = [500])]
fn register_to_text(bencher: Bencher, rows: usize) {
    let report = register(rows);
    bencher.bench_local(|| plain::render(black_box(&report), plain::PAPER));
}

#[divan::bench(args = [500, 100_000], sample_count = 3, sample_size = 1)]
fn members_to_xlsx(bencher: Bencher, rows: usize) {
    let people = demo::cooperative(rows, 1, day(), Country::Cd);
    let about = About { title: "Membres", organisation: "Mbongu Mboka", made_on: day() };
    let members: Vec<_> = people.members().collect();
    bencher.bench_local(|| xlsx::list(io::sink(), about, &roster::headings(), members.iter().map(roster::cells)));
}
