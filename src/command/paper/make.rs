//! Puts people onto a paper: who, in which order, with what is known of them.

use super::{Asked, Held, Order, Writing, books, meeting, money};
use crate::{
    command::share,
    domain::{
        Text,
        fold::fold,
        member::Status,
        noun::{self, Owner},
    },
    report::{
        Report,
        head::Head,
        member::{
            Person, Stage,
            option::{self, WHO},
        },
    },
    store::{Error, Reader, Result, paper::Candidate},
    text::Lang,
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A paper that is ready to be written.
#[derive(Debug)]
pub struct Made {
    /// What stands on it.
    pub report: Report,
    /// How many people stand on it.
    pub people: usize,
    /// The receipt that it is: its prints are counted.
    pub receipt: Option<i64>,
}

impl Made {
    /// A paper on which so many people stand.
    pub(super) const fn new(report: Report, people: usize) -> Self {
        Self { report, people, receipt: None }
    }

    /// Refuses one on which nobody stands.
    pub(super) fn of_somebody(self) -> Result<Self> {
        if self.people == 0 { Err(Error::invalid("err-paper-nobody")) } else { Ok(self) }
    }
}

impl Asked {
    /// Makes it, from one state of the book: the one that the witness words on it stand for. `step` hears how many of
    /// how many people stand on it, and can stop everything.
    pub fn make(
        &self,
        reader: &Reader,
        lang: &Lang,
        today: NaiveDate,
        step: &mut dyn FnMut(usize, usize) -> Result<()>,
    ) -> Result<Made> {
        self.refuse_unknown(reader)?;
        reader.in_one_state(|| self.make_now(reader, lang, today, step))
    }

    fn make_now(
        &self,
        reader: &Reader,
        lang: &Lang,
        today: NaiveDate,
        step: &mut dyn FnMut(usize, usize) -> Result<()>,
    ) -> Result<Made> {
        let (coop, witness) = (reader.coop()?, reader.head()?);
        let head = Head { coop: &coop, lang, today, witness: &witness };
        let (begin, is_whole) = match self.paper.writing {
            Writing::Blank(write) => return Ok(Made::new(write(head, &self.options), 0)),
            Writing::Money(write) => return write(head, reader, self),
            Writing::Year => {
                let (report, people) = meeting::write_book(head, reader, self)?;
                return Ok(Made::new(report, people));
            }
            Writing::Receipt => {
                let (report, id) = money::write_receipt(head, reader, self)?;
                return Ok(Made { report, people: 0, receipt: Some(id) });
            }
            Writing::Meeting(write) => {
                let typed = self.options.get("meeting");
                let missing = || Error::Invalid(Text::new("err-paper-meeting").with("text", typed));
                let id = self.meeting(reader, today)?.ok_or_else(missing)?;
                return self.of(id, reader, head, write);
            }
            Writing::Sheet(write, begin) => match self.meeting(reader, today)? {
                Some(id) => return self.of(id, reader, head, write),
                None => (begin, false),
            },
            Writing::Statement(write) => {
                return Ok(Made::new(books::write(head, reader, self, write)?, 0));
            }
            Writing::Accounts => return self.accounts(head, reader),
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
        Made::new(scribe.finish(), people).of_somebody()
    }

    /// Writes the account of each person.
    fn accounts(&self, head: Head, reader: &Reader) -> Result<Made> {
        let chosen = self.choose(reader, head.today)?;
        let accounts = chosen.iter().map(|(id, _)| books::account(reader, *id)).collect::<Result<Vec<_>>>()?;
        Made::new(books::statements(head, reader, self, &accounts)?, accounts.len()).of_somebody()
    }

    /// Writes it of a meeting.
    fn of(&self, id: i64, reader: &Reader, head: Head, write: Held) -> Result<Made> {
        let sitting = meeting::proceedings(reader, id)?;
        let people = sitting.roll.len();
        Ok(Made::new(write(head, &sitting, self)?, people))
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
        // a number that stands alone means that person, whatever the status, also when it was borne before; those of a
        // range must be of the status that is wanted
        let (single, ranges): (Vec<_>, Vec<_>) = numbers.iter().partition(|range| range.start() == range.end());
        let borne = single.into_iter().filter_map(|range| reader.member_by_number(*range.start()).transpose());
        let borne: Vec<i64> = borne.collect::<Result<_>>()?;
        let these: Option<BTreeSet<i64>> = self.these.as_ref().map(|these| these.iter().copied().collect());
        let mut chosen = Vec::new();
        for candidate in reader.candidates()? {
            let Some(status) = status_on(reader, &candidate, on)? else { continue };
            let is_chosen = if let Some(these) = &these {
                these.contains(&candidate.id)
            } else {
                let in_range = |number| ranges.iter().any(|range| range.contains(&number));
                let is_asked = numbers.is_empty() || candidate.number.is_some_and(in_range);
                borne.contains(&candidate.id) || (is_asked && option::includes(options.get("status"), status))
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
                    let is_last = a.site_key.is_empty().cmp(&b.site_key.is_empty());
                    is_last
                        .then_with(|| a.site_key.cmp(&b.site_key))
                        .then_with(|| a.team_key.cmp(&b.team_key))
                        .then(names)
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
    // what is true since that day is true on it, also when the book heard of it after later days
    if candidate.status_on.is_some_and(|since| since <= on) {
        return Ok(Some(candidate.status));
    }
    let stages = reader.member_statuses(candidate.id)?;
    let known = stages.iter().rev().find(|stage| stage.on <= on).map(|stage| stage.status);
    // whoever had joined and of whom nothing else was known was a member
    Ok(known.or_else(|| candidate.joined_on.map(|_| Status::Active)))
}

/// Somebody, with everything that belongs to him or her when the paper is about that.
fn person(reader: &Reader, id: i64, is_whole: bool) -> Result<Person> {
    let mut person = Person { member: share::registered(reader, id)?, ..Person::default() };
    if is_whole {
        for noun in noun::NOUNS.iter().filter(|noun| [Owner::Of("member"), Owner::Any].contains(&noun.owner)) {
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
