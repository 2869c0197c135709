//! The membership form: filled for members the book has, or blank for the pile that is taken to the sites.
//!
//! The law asks for identity, address, signature or thumb print, and the statement that law and statutes are accepted
//! (AUSCOOP art. 10; law.md §1.2), and consent to each purpose for which data are kept (law.md §6).

use super::{Head, Person, Scribe, option};
use crate::{
    domain::{
        Text,
        book::Country,
        choice::Choices,
        member::{Field, IdType, Sex},
        noun::{CONSENT, Entry, KIN, PURPOSES},
        paper_form,
        takes::Takes,
        work::WORKS,
    },
    report::{
        Report,
        block::{Align, Block, Column, Facts, Row, Signature, Table, Tick},
        table::Cell,
    },
};

/// Width of the labels, so that all parts stand in one line, in millimetres.
const LABELS: u8 = 34;
/// How many rows there are at least for people to be told when something happens.
const KIN_ROWS: usize = 2;

/// The form while it is filled for one person after the other.
pub struct Forms<'a> {
    head: Head<'a>,
    blocks: Vec<Block>,
}

impl<'a> Forms<'a> {
    /// No form yet.
    pub const fn new(head: Head<'a>) -> Self {
        Self { head, blocks: Vec::new() }
    }
}

impl Scribe for Forms<'_> {
    fn add(&mut self, person: &Person) {
        if !self.blocks.is_empty() {
            self.blocks.push(Block::Paper(self.head.label("paper-form-title").to_owned()));
        }
        self.blocks.extend(form(&self.head, Some(person), ""));
    }

    fn finish(self: Box<Self>) -> Report {
        self.head.report(self.head.label("paper-form-title")).blocks(self.blocks)
    }
}

/// So many blank forms, numbered when the first has a number.
pub fn blank(head: Head, options: &Entry) -> Report {
    let copies = option::count(options, "copies").unwrap_or(1).max(1);
    let first = option::count(options, "first").filter(|first| *first > 0);
    let title = head.label("paper-form-title");
    let mut report = head.report(title);
    for copy in 0..copies {
        if copy > 0 {
            report = report.block(Block::Paper(title.to_owned()));
        }
        let number = first.map(|first| format!("{:04}", first + copy)).unwrap_or_default();
        report = report.blocks(form(&head, None, &number));
    }
    report
}

/// One form; `number` is printed on a blank one. What the law asks for stands on the front.
fn form(head: &Head, person: Option<&Person>, number: &str) -> Vec<Block> {
    let form = Form { head, person, number };
    let lead = Block::note(head.label("paper-form-lead"));
    let mut blocks = vec![Block::Beside(vec![(3, vec![lead]), (2, form.fields(&[Field::FormNumber]))])];
    blocks.extend(form.fields(paper_form::HEAD));
    blocks.push(heading(head, "section-identity"));
    blocks.extend(form.fields(paper_form::FIELDS));
    blocks.extend(form.declaration());
    blocks.push(Block::PageBreak);
    for (title, fields) in paper_form::BACK {
        let own = if *title == "section-household" { "paper-form-household" } else { *title };
        blocks.push(heading(head, own));
        blocks.extend(form.fields(fields));
        if *title == "section-work" {
            blocks.extend([heading(head, KIN.heading), form.kin().into()]);
        }
    }
    blocks.push(heading(head, "section-office"));
    blocks.extend(form.fields(paper_form::OFFICE));
    blocks
}

/// A part of the form; there are many, so that they are small.
fn heading(head: &Head, id: &'static str) -> Block {
    Block::Heading(2, head.label(id).to_owned())
}

/// A form of somebody, or of nobody yet.
struct Form<'a> {
    head: &'a Head<'a>,
    person: Option<&'a Person>,
    /// What is printed as the number of a blank one.
    number: &'a str,
}

impl Form<'_> {
    fn entries(&self) -> &[Entry] {
        self.person.map(|person| person.entries.as_slice()).unwrap_or_default()
    }

    fn value(&self, field: Field) -> String {
        match self.person {
            // the age on a paper is wrong a year later
            Some(person) if field == Field::Birth => person.member.show(field),
            Some(person) => self.head.value(person, field),
            None if field == Field::FormNumber => self.number.to_owned(),
            None => String::new(),
        }
    }

    /// Fields in their order: boxes to tick need the whole width, words do not.
    fn fields(&self, fields: &[Field]) -> Vec<Block> {
        // the licence of somebody else is a matter of Sierra Leone
        let is_asked = |field: &&Field| **field != Field::LicenceHolder || self.head.coop.country == Country::Sl;
        let fields: Vec<Field> = fields.iter().filter(is_asked).copied().collect();
        let runs = fields.chunk_by(|a, b| is_wide(*a) == is_wide(*b));
        let facts = |run: &[Field]| {
            let facts = match run {
                [_] => Facts::new(),
                _ if is_wide(run[0]) => Facts::new(),
                _ => Facts::side_by_side(),
            };
            run.iter().fold(facts.labels(LABELS), |facts, field| self.fact(facts, *field)).into()
        };
        runs.map(facts).collect()
    }

    /// What a field asks for, with its value where somebody has one.
    fn fact(&self, facts: Facts, field: Field) -> Facts {
        let (head, label) = (self.head, label(self.head, field));
        let boxes = boxes(field);
        if boxes.is_empty() {
            return facts.fact(label, self.value(field));
        }
        let kept = self.person.map(|person| person.member.get(field)).unwrap_or_default();
        let ticked = |code: &str| if kept.split(',').any(|kept| kept == code) { Tick::Yes } else { Tick::No };
        facts.choice(label, boxes.into_iter().map(|(code, text_id)| (ticked(code), head.label(text_id).to_owned())))
    }

    /// Who is to be told when something happens, and who inherits.
    fn kin(&self) -> Table {
        let (head, codes) = (self.head, ["name", "relation", "phone", "heir_percent"]);
        let entries = self.entries().iter().filter(|entry| *entry.noun == KIN);
        let row = |entry: &Entry| codes.map(|code| super::words::entry(entry, code, head.lang).into()).to_vec();
        let mut rows: Vec<Row> = entries.map(row).collect();
        rows.resize(rows.len().max(KIN_ROWS), vec![Cell::Blank]);
        Table::new()
            .column(Column::new(head.label("paper-name")).grow(3))
            .column(Column::new(head.label("field-relation")).at_least(35.0))
            .column(Column::new(head.label("paper-phone")).at_least(38.0))
            .column(Column::new(head.label("field-heir_percent")).align(Align::Centre))
            .row_height(7.0)
            .rows(rows)
    }

    /// To what somebody consents: a yes and a no for each purpose, and the one that was given.
    fn consents(&self) -> Facts {
        let given = |purpose: &str| {
            let of = |entry: &&Entry| *entry.noun == CONSENT && entry.get("purpose") == purpose;
            self.entries().iter().rfind(of).map(|entry| entry.get("withdrawn_on").is_empty())
        };
        PURPOSES.iter().fold(Facts::side_by_side(), |facts, purpose| {
            let given = given(purpose.code);
            let tick = |when| if given == Some(when) { Tick::Yes } else { Tick::No };
            let boxes = [(true, "paper-yes"), (false, "paper-no")];
            let boxes = boxes.map(|(when, id)| (tick(when), self.head.label(id).to_owned()));
            facts.choice(self.head.label(purpose.text_id), boxes)
        })
    }

    /// What the applicant consents to, declares, subscribes to and signs.
    fn declaration(&self) -> Vec<Block> {
        let head = self.head;
        let signed = Facts::side_by_side()
            .labels(LABELS)
            .fact(label(head, Field::Shares), self.value(Field::Shares))
            .blank(head.label("paper-done-at"));
        let marks = vec![
            Signature::line(head.label("paper-form-applicant")).beneath(head.label("paper-read-and-approved")),
            Signature::thumb(head.label("paper-thumb")).beneath(head.label("paper-thumb-beneath")),
            Signature::line(head.label("paper-form-received")).beneath(head.label("paper-sign-beneath")),
        ];
        let (consent, law) = match head.coop.country {
            Country::Cd => ("paper-form-consent-cd", "paper-form-law-cd"),
            country if country.is_ohada() => ("paper-form-consent-note", "paper-form-law-ohada"),
            _ => ("paper-form-consent-note", "paper-form-law"),
        };
        let statement =
            Text::new("paper-form-accepts").with("coop", head.coop.name.as_str()).with("law", Text::new(law));
        vec![
            heading(head, "paper-form-consent"),
            Block::note(head.label(consent)),
            self.consents().into(),
            heading(head, "paper-form-statement"),
            Block::paragraph(head.text(&statement)),
            signed.into(),
            marks.into(),
        ]
    }
}

/// The boxes of a field: codes and text keys; none where something is written.
fn boxes(field: Field) -> Vec<(&'static str, &'static str)> {
    let of = |choices: Choices| choices.iter().map(|choice| (choice.code, choice.text_id)).collect();
    match field {
        Field::Sex => Sex::ALL.iter().map(|sex| (sex.code(), sex.text_id())).collect(),
        Field::IdType => IdType::ALL.iter().map(|kind| (kind.code(), kind.text_id())).collect(),
        Field::Role => of(WORKS),
        _ => match field.takes() {
            Some(Takes::One(choices) | Takes::Some(choices)) => of(choices),
            _ => Vec::new(),
        },
    }
}

fn is_wide(field: Field) -> bool {
    field == Field::Note || (field != Field::Sex && !boxes(field).is_empty())
}

/// The label of a field; on paper there is room for words that the screen shortens.
pub(super) fn label(head: &Head, field: Field) -> String {
    let own = head.lang.named(&format!("paper-field-{}", field.code()), &[]);
    own.unwrap_or_else(|| head.label(field.text_id()).to_owned())
}
