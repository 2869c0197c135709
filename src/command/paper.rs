//! Papers: which there are, what can be said of each, who may have them, and putting people onto them.
//!
//! Nothing is written into the book. The table [`PAPERS`] is what the screens, the command line and its list read.

use super::EVERYBODY;
use crate::{
    domain::{
        Text,
        command::{Command, Undo},
        fold::fold,
        member::Status,
        noun::{self, Attribute, Entry, Noun, Owner},
        user::{Role, Session},
    },
    report::{
        Page, Report,
        member::{
            Head, Person, Scribe, Stage,
            attendance::Attendance,
            card::Cards,
            form::{self, Forms},
            label::Labels,
            option::{self, WHO},
            register::Register,
            sheet::Sheets,
            site_list::SiteList,
        },
        pdf, plain, table, xlsx,
    },
    store::{Error, Reader, Result, paper::Candidate},
    text::Lang,
    unix::{
        self,
        printer::{Fit, Refusal, Spooler},
    },
};
use chrono::NaiveDate;
use std::{collections::BTreeSet, io::Write, path::Path};

/// A kind of paper.
#[derive(Debug)]
pub struct Paper {
    /// Its name on the command line; the text key of its title is `paper-` and this.
    pub name: &'static str,
    /// What can be said of it, described as the fields of a record are.
    pub options: Noun,
    /// What is said when nobody says otherwise.
    defaults: &'static [(&'static str, &'static str)],
    /// Whom it is about.
    pub about: About,
    /// In which order people stand on it.
    order: Order,
    writing: Writing,
}

/// Whom a paper is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A list: one person alone makes little sense.
    Many,
    /// Each person by himself or herself.
    Each,
    /// Nobody: it is blank.
    Nobody,
}

/// In which order people stand on a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    /// As they joined.
    Joined,
    /// By site and team.
    Site,
    /// As the options say, by number when they say nothing.
    Asked,
}

/// How a paper is written.
#[derive(Clone, Copy, Debug)]
enum Writing {
    /// With what is recorded of people.
    People(Begin),
    /// With that and everything that belongs to them, which is private.
    Whole(Begin),
    /// Without people.
    Blank(fn(Head<'_>, &Entry) -> Report),
}

/// Begins a paper, with its options and with who is on it in words.
type Begin = for<'a> fn(Head<'a>, &'a Entry, String) -> Box<dyn Scribe + 'a>;

const fn options(name: &'static str, attributes: &'static [Attribute]) -> Noun {
    Noun {
        table: name,
        text_id: name,
        heading: name,
        owner: Owner::Nobody,
        attributes,
        line: &[],
        check: option::check,
    }
}

/// Every paper, in the order in which they are offered.
pub static PAPERS: &[Paper] = &[
    Paper {
        name: "register",
        options: options(
            "paper-register",
            &[option::STATUS, option::SITE, option::TEAM, option::MEMBER, option::ON, option::PRIVACY],
        ),
        defaults: &[("status", "admitted"), ("columns", "private")],
        about: About::Many,
        order: Order::Joined,
        writing: Writing::People(|head, options, only| Box::new(Register::new(head, options, only))),
    },
    Paper {
        name: "site-list",
        options: options(
            "paper-site-list",
            &[option::STATUS, option::SITE, option::TEAM, option::MEMBER, option::PRIVACY],
        ),
        defaults: &[("status", "members"), ("columns", "public")],
        about: About::Many,
        order: Order::Site,
        writing: Writing::People(|head, options, only| Box::new(SiteList::new(head, options, only))),
    },
    Paper {
        name: "attendance",
        options: options(
            "paper-attendance",
            &[
                option::MEETING,
                option::DATE,
                option::PLACE,
                option::STATUS,
                option::SITE,
                option::TEAM,
                option::MEMBER,
                option::ORDER,
                option::GUESTS,
            ],
        ),
        defaults: &[("status", "members"), ("order", "name"), ("guests", "0")],
        about: About::Many,
        order: Order::Asked,
        writing: Writing::People(|head, options, _| Box::new(Attendance::new(head, options))),
    },
    Paper {
        name: "member-card",
        options: options(
            "paper-member-card",
            &[option::UNTIL, option::STATUS, option::SITE, option::TEAM, option::MEMBER, option::ORDER],
        ),
        defaults: &[("status", "members"), ("order", "number")],
        about: About::Each,
        order: Order::Asked,
        writing: Writing::People(|head, options, _| Box::new(Cards::new(head, options))),
    },
    Paper {
        name: "labels",
        options: options(
            "paper-labels",
            &[
                option::SHEET,
                option::SKIP,
                option::CODE,
                option::STATUS,
                option::SITE,
                option::TEAM,
                option::MEMBER,
                option::ORDER,
            ],
        ),
        defaults: &[("status", "members"), ("order", "number"), ("sheet", "3x8"), ("skip", "0"), ("code", "no")],
        about: About::Each,
        order: Order::Asked,
        writing: Writing::People(|head, options, _| Box::new(Labels::new(head, options))),
    },
    Paper {
        name: "member-form",
        options: options(
            "paper-member-form",
            &[option::STATUS, option::SITE, option::TEAM, option::MEMBER, option::ORDER],
        ),
        defaults: &[("status", "all"), ("order", "number")],
        about: About::Each,
        order: Order::Asked,
        writing: Writing::Whole(|head, _, _| Box::new(Forms::new(head))),
    },
    Paper {
        name: "blank-form",
        options: options("paper-blank-form", &[option::COPIES, option::FIRST]),
        defaults: &[("copies", "1")],
        about: About::Nobody,
        order: Order::Asked,
        writing: Writing::Blank(form::blank),
    },
    Paper {
        name: "member-sheet",
        options: options("paper-member-sheet", &[Attribute { required: true, ..option::MEMBER }]),
        defaults: &[],
        about: About::Each,
        order: Order::Asked,
        writing: Writing::Whole(|head, _, _| Box::new(Sheets::new(head))),
    },
];

/// The paper of that name.
pub fn find(name: &str) -> Option<&'static Paper> {
    PAPERS.iter().find(|paper| paper.name == name)
}

/// Printing what all members may see.
static PRINT: Command = Command { id: "paper.print", roles: EVERYBODY, undo: Undo::Never, pin: false };
/// Printing what is nobody else's business (law.md §6).
static PRINT_PRIVATE: Command = Command { id: "paper.print", roles: PRIVATE, undo: Undo::Never, pin: false };
/// Whoever keeps the register or verifies it.
const PRIVATE: &[Role] = &[Role::Secretary, Role::Clerk, Role::Auditor];

/// A paper that somebody wants.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Which.
    pub paper: &'static Paper,
    /// What was said of it.
    pub options: Entry,
    /// The people, when they were chosen one by one instead of by options.
    pub these: Option<Vec<i64>>,
}

/// A paper that is ready to be written.
#[derive(Debug)]
pub struct Made {
    /// What stands on it.
    pub report: Report,
    /// How many people stand on it.
    pub people: usize,
}

impl Asked {
    /// That paper, with what is said when nobody says otherwise.
    pub fn new(paper: &'static Paper, these: Option<Vec<i64>>) -> Self {
        let mut options = Entry::new(&paper.options, ("", 0));
        for (code, kept) in paper.defaults {
            options.put(code, *kept);
        }
        Self { paper, options, these }
    }

    /// The places among the options of those that matter: who is chosen one by one is not chosen by options too.
    pub fn asked(&self) -> Vec<usize> {
        let chooses = |attribute: &Attribute| ["status", "site", "team", "member"].contains(&attribute.code);
        let attributes = self.paper.options.attributes.iter().enumerate();
        attributes.filter(|(_, a)| self.these.is_none() || !chooses(a)).map(|(at, _)| at).collect()
    }

    /// Whether whoever sits here may have it.
    ///
    /// # Errors
    /// The role that is needed.
    pub fn permit(&self, reader: &Reader, session: &Session) -> Result<()> {
        let is_private = matches!(self.paper.writing, Writing::Whole(_)) || option::is_private(&self.options);
        reader.permit(session, if is_private { &PRINT_PRIVATE } else { &PRINT })
    }

    /// Makes it. `step` hears how many of how many people stand on it, and can stop everything.
    pub fn make(
        &self,
        reader: &Reader,
        lang: &Lang,
        today: NaiveDate,
        step: &mut dyn FnMut(usize, usize) -> Result<()>,
    ) -> Result<Made> {
        let coop = reader.coop()?;
        let head = Head { coop: &coop, lang, today };
        let (begin, is_whole) = match self.paper.writing {
            Writing::Blank(write) => return Ok(Made { report: write(head, &self.options), people: 0 }),
            Writing::People(begin) => (begin, false),
            Writing::Whole(begin) => (begin, true),
        };
        let chosen = self.choose(reader, today)?;
        let mut scribe = begin(head, &self.options, self.only(lang));
        let mut people = 0;
        for (at, (id, status)) in chosen.iter().enumerate() {
            if at.is_multiple_of(64) {
                step(at, chosen.len())?;
            }
            let mut person = match person(reader, *id, is_whole) {
                // gone since it was chosen
                Err(Error::NotFound) => continue,
                person => person?,
            };
            person.member.status = *status;
            if scribe.takes(&person) {
                scribe.add(&person);
                people += 1;
            }
        }
        if people == 0 {
            return Err(Error::invalid("err-paper-nobody"));
        }
        Ok(Made { report: scribe.finish(), people })
    }

    /// Who stands on it, in order, with the status of the day it is about.
    fn choose(&self, reader: &Reader, today: NaiveDate) -> Result<Vec<(i64, Status)>> {
        let options = &self.options;
        let on = options.day("on").filter(|on| *on < today);
        let site = fold(options.get("site"));
        if !site.is_empty() && reader.site_by_name(options.get("site"))?.is_none() {
            return Err(Error::Invalid(Text::new("err-paper-site").with("name", options.get("site"))));
        }
        let team = fold(options.get("team"));
        let numbers = option::numbers(options.get("member")).map_err(Error::Invalid)?;
        // a number that stands alone may be one that somebody bore before
        let single = numbers.iter().filter(|range| range.start() == range.end());
        let borne: Vec<i64> =
            single.filter_map(|range| reader.member_by_number(*range.start()).transpose()).collect::<Result<_>>()?;
        let these: Option<BTreeSet<i64>> = self.these.as_ref().map(|these| these.iter().copied().collect());
        let mut chosen = Vec::new();
        for candidate in reader.candidates()? {
            let Some(status) = status_on(reader, &candidate, on)? else { continue };
            let is_chosen = match &these {
                Some(these) => these.contains(&candidate.id),
                None if !numbers.is_empty() => {
                    candidate.number.is_some_and(|number| numbers.iter().any(|range| range.contains(&number)))
                        || borne.contains(&candidate.id)
                }
                None => option::includes(options.get("status"), status),
            };
            let is_of = |wanted: &str, key: &str| wanted.is_empty() || wanted == key;
            let is_there = these.is_some() || (is_of(&site, &candidate.site_key) && is_of(&team, &candidate.team_key));
            if is_chosen && is_there {
                chosen.push((candidate, status));
            }
        }
        let order = match self.paper.order {
            Order::Joined => "joined",
            Order::Site => "site",
            Order::Asked => options.get("order"),
        };
        // who has no number stands behind those who have
        let number = |c: &Candidate| c.number.unwrap_or(i64::MAX);
        chosen.sort_by(|(a, _), (b, _)| {
            let names = a.search_key.cmp(&b.search_key).then(a.id.cmp(&b.id));
            match order {
                "name" => names,
                "site" => {
                    // those without a site stand behind those who have one
                    let site = |c: &Candidate| (c.site_key.is_empty(), c.site_key.clone(), c.team_key.clone());
                    site(a).cmp(&site(b)).then(names)
                }
                "joined" => {
                    let joined = |c: &Candidate| (c.joined_on.is_none(), c.joined_on, number(c));
                    joined(a).cmp(&joined(b)).then(names)
                }
                _ => number(a).cmp(&number(b)).then(names),
            }
        });
        Ok(chosen.into_iter().map(|(candidate, status)| (candidate.id, status)).collect())
    }

    /// Who is on it, in words; empty when it is everybody whom the paper is usually about.
    fn only(&self, lang: &Lang) -> String {
        let options = &self.options;
        if self.these.is_some() {
            return lang.label("paper-only-chosen").to_owned();
        }
        let numbers = options.get("member");
        if !numbers.is_empty() {
            return lang.text(&Text::new("paper-only-numbers").with("numbers", numbers));
        }
        let mut words = Vec::new();
        let usual = self.paper.defaults.iter().any(|(code, kept)| *code == "status" && *kept == options.get("status"));
        if !usual {
            let who = WHO.iter().find(|choice| choice.code == options.get("status"));
            words.extend(who.map(|who| lang.label(who.text_id).to_lowercase()));
        }
        let site = options.get("site");
        if !site.is_empty() {
            words.push(lang.text(&Text::new("paper-only-site").with("site", site)));
        }
        let team = options.get("team");
        if !team.is_empty() {
            words.push(lang.text(&Text::new("paper-only-team").with("team", team)));
        }
        words.join(" · ")
    }
}

/// How many people of a household are named.
const MATES: usize = 100;

/// The status of somebody on a day, `None` before there was any; without a day that of today.
fn status_on(reader: &Reader, candidate: &Candidate, on: Option<NaiveDate>) -> Result<Option<Status>> {
    let Some(on) = on else { return Ok(Some(candidate.status)) };
    if candidate.joined_on.is_some_and(|joined| joined > on) {
        return Ok(None);
    }
    let stages = reader.member_statuses(candidate.id)?;
    let known = stages.iter().rev().find(|stage| stage.on <= on).map(|stage| stage.status);
    // whoever had joined and of whom nothing else was known was a member
    Ok(known.or_else(|| candidate.joined_on.map(|_| Status::Active)))
}

/// Somebody, with everything that belongs to him or her when the paper is about that.
fn person(reader: &Reader, id: i64, is_whole: bool) -> Result<Person> {
    let mut person = Person { member: reader.member(id)?, ..Person::default() };
    if is_whole {
        for noun in noun::NOUNS.iter().filter(|noun| noun.owner != Owner::Nobody) {
            person.entries.extend(reader.entries(noun, ("member", id))?);
        }
        let why = |reason: String, decision: String| [reason, decision].into_iter().filter(|text| !text.is_empty());
        let stages = reader.member_statuses(id)?.into_iter();
        let stage = |line: crate::store::member::StatusLine| Stage {
            status: line.status,
            on: line.on,
            why: why(line.reason, line.decision).collect::<Vec<_>>().join(" · "),
        };
        person.stages = stages.map(stage).collect();
        if let Some((household, _)) = reader.household_of(id)? {
            let people = reader.people(&noun::HOUSEHOLD, household, MATES)?.into_iter();
            person.mates = people.filter(|(mate, _)| *mate != id).map(|(_, name)| name).collect();
        }
    }
    Ok(person)
}

/// How a paper is written to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// As it is printed.
    Pdf,
    /// For a screen, or a printer that knows only letters.
    Text,
    /// Its tables, for people with a spreadsheet program.
    Xlsx,
    /// Its tables, for programs that read tables.
    Csv,
}

impl Format {
    /// How names of such files end.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Text => "txt",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }
}

impl Paper {
    /// How it can be written: tables only what is a list.
    pub const fn formats(&self) -> &'static [Format] {
        match self.about {
            About::Many => &[Format::Pdf, Format::Text, Format::Xlsx, Format::Csv],
            About::Each | About::Nobody => &[Format::Pdf, Format::Text],
        }
    }

    /// The format that the ending of a file's name says; case does not matter.
    ///
    /// # Errors
    /// The endings that will do.
    pub fn format(&self, path: &Path) -> std::result::Result<Format, Text> {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        let found = self.formats().iter().copied().find(|format| format.ending() == ending);
        found.ok_or_else(|| {
            let known: Vec<String> = self.formats().iter().map(|format| format!(".{}", format.ending())).collect();
            Text::new("err-paper-ending").with("known", known.join(", "))
        })
    }
}

/// Writes a paper into a file, which is there whole or not at all; one that was there is replaced.
pub fn write(report: &Report, format: Format, path: &Path) -> Result<()> {
    unix::write_whole(path, |out| {
        match format {
            Format::Pdf => out.write_all(&pdf::render(report).bytes)?,
            Format::Text => out.write_all(plain::render(report, plain::PAPER).as_bytes())?,
            Format::Xlsx => xlsx::tables(out, report)?,
            Format::Csv => table::csv_tables(out, report)?,
        }
        Ok(())
    })
}

/// The printers there are, the usual one first; the name is empty where only the system knows it.
///
/// # Errors
/// Why nothing can be printed.
pub fn printers(spooler: &Spooler) -> Result<Vec<String>> {
    spooler.printers().map_err(refused)
}

/// Prints a paper.
///
/// # Errors
/// What the printing system says.
pub fn print(spooler: &Spooler, report: &Report, on: &str) -> Result<()> {
    // what is cut must be as large as it says
    let fit = if report.page == Page::Bare { Fit::Exact } else { Fit::Usual };
    spooler.print(on, &report.title, fit, &pdf::render(report).bytes).map_err(refused)
}

fn refused(refusal: Refusal) -> Error {
    Error::Invalid(match refusal {
        Refusal::NoSystem => Text::new("err-print-system"),
        Refusal::NoPrinter => Text::new("err-print-none"),
        Refusal::Said(what) => Text::new("err-print").with("what", what),
    })
}
