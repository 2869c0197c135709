//! A made-up cooperative, to look around in, to teach with and to measure with.
//!
//! Pure and exact: the same size, seed, day and country give the same members on every machine. Nothing here writes; what
//! is made up goes into a book through `command::demo`. The lists stand in `data/names/`.

mod calendar;
mod chance;
mod life;
mod list;
pub mod meeting;
pub mod money;
mod person;
mod record;

use crate::domain::{
    birth::Birth,
    book::{Coop, Country, LegalForm},
    fold::fold,
    member::{Field, Member, Status, show_number},
    noun::{Entry, HOUSEHOLD},
    user::Role,
};
use calendar::Calendar;
use chance::Chance;
use chrono::{Datelike, NaiveDate};
use person::Source;

/// Most members that can be made: numbers and papers stay different up to here.
pub const MOST: usize = 1_000_000;

/// A made-up person with everything that belongs to the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// What is recorded.
    pub member: Member,
    /// Cards, next of kin, consents, notes.
    pub records: Vec<Entry>,
    /// Of the head of a household, what is known of it.
    pub household: Option<Entry>,
    /// The site where the person worked before, and until when.
    pub before: Option<(&'static str, NaiveDate)>,
}

/// The made-up cooperative.
#[derive(Debug)]
pub struct Demo {
    /// What the book is about.
    pub coop: Coop,
    /// Other people who work in the book, besides whoever opens it.
    pub users: &'static [(&'static str, Role)],
    /// The language in which its minutes are written.
    pub language: &'static str,
    source: Source,
    calendar: Calendar,
    size: u64,
    admitted: u64,
    seed: u64,
    day: NaiveDate,
}

/// A cooperative of `members` people (at most [`MOST`]) as it stands on `day`. Countries without lists get those of the
/// DR Congo.
pub fn cooperative(members: usize, seed: u64, day: NaiveDate, country: Country) -> Demo {
    let size = members.min(MOST) as u64;
    let source = Source::of(country, size);
    let coop = match source.country() {
        Country::Sl => Coop {
            name: "Kono Sewa Miners' Cooperative".into(),
            country: Country::Sl,
            legal_form: LegalForm::Other,
            currency: "SLE".into(),
            also: vec!["USD".into()],
            seat: "Kono, Koidu".into(),
        },
        country => Coop {
            name: "Coopérative minière Mbongu Mboka".into(),
            country,
            legal_form: LegalForm::Scoops,
            currency: "CDF".into(),
            also: vec!["USD".into()],
            seat: "Miabi, Kasaï-Oriental".into(),
        },
    };
    let users: &[_] = match source.country() {
        Country::Sl => &[("finda", Role::Secretary), ("sahr", Role::Treasurer), ("m.koroma", Role::Auditor)],
        _ => &[("amina", Role::Secretary), ("jp.mutombo", Role::Treasurer), ("c.beya", Role::Auditor)],
    };
    let admitted = size - size * 6 / 100;
    let language = if source.country() == Country::Sl { "en" } else { "fr" };
    Demo { coop, users, language, source, calendar: Calendar::new(day, admitted), size, admitted, seed, day }
}

impl Demo {
    /// How many people there are.
    pub const fn len(&self) -> usize {
        self.size as usize
    }

    /// Whether there is nobody.
    pub const fn is_empty(&self) -> bool {
        self.size == 0
    }

    /// The sites, the busiest first.
    pub fn sites(&self) -> &[&'static str] {
        self.source.sites()
    }

    /// The day of the founding assembly.
    pub const fn founded_on(&self) -> NaiveDate {
        self.calendar.founded_on()
    }

    /// Everybody: those who were admitted in the order of their numbers, which have no gap, then the applicants.
    pub fn members(&self) -> impl Iterator<Item = Member> {
        self.people().map(|person| person.member)
    }

    /// The same people with what belongs to each.
    pub fn people(&self) -> impl Iterator<Item = Person> {
        (0..self.size).map(|at| match self.double_of(at) {
            Some(first) => self.registered_twice(first, at),
            None => self.person(at),
        })
    }

    /// What is known of the sites, the busiest first.
    pub fn site_entries(&self) -> impl Iterator<Item = Entry> {
        (0..self.sites().len()).map(|at| self.source.site(at, &mut Chance::nth(self.seed ^ 3, at as u64)))
    }

    /// The `at`-th person with everything; what is said beyond the first register comes from a chance of its own.
    fn person(&self, at: u64) -> Person {
        let mut member = self.member(at);
        let mut chance = Chance::nth(self.seed ^ 2, at);
        self.source.fill(at, &mut member, &self.calendar, &mut chance);
        let records = self.source.records(at, &mut member, &self.calendar, &mut chance);
        let household = self.join_household(at, &mut member);
        let before = self.moved_from(&member, &mut chance);
        Person { member, records, household, before }
    }

    /// Where somebody worked before, and until when.
    fn moved_from(&self, member: &Member, chance: &mut Chance) -> Option<(&'static str, NaiveDate)> {
        let sites = self.sites();
        let site = sites[chance.below(sites.len() as u64) as usize];
        let on = self.calendar.later(member.joined_on?, chance)?;
        (chance.happens(7) && member.status.is_member() && site != member.site).then_some((site, on))
    }

    /// Of every four people the first may be the head of a household that some of the others live in: then they live in
    /// the head's village. Returns what is known of the household when this is its head.
    fn join_household(&self, at: u64, member: &mut Member) -> Option<Entry> {
        const PEOPLE: u64 = 4;
        let lives_with_head = |at: u64| {
            let is_there = !at.is_multiple_of(PEOPLE) && at < self.size && self.double_of(at).is_none();
            is_there && Chance::nth(self.seed ^ 4, at).happens(38)
        };
        let head = at - at % PEOPLE;
        let is_head = at == head && (at + 1..at + PEOPLE).any(lives_with_head);
        if self.double_of(head).is_some() || !(is_head || lives_with_head(at)) {
            return None;
        }
        let first = self.member(head);
        // two heads of one name are told apart by their numbers
        member.put(Field::Household, format!("{} {}", first.surname, show_number(head as i64 + 1)));
        member.village.clone_from(&first.village);
        let mut household = Entry::new(&HOUSEHOLD, ("", 0));
        household.put("name", member.kept(Field::Household));
        household.put("village", first.village);
        household.put("head_number", first.number.map(|number| number.to_string()).unwrap_or_default());
        is_head.then_some(household)
    }

    fn member(&self, at: u64) -> Member {
        let mut chance = Chance::nth(self.seed, at);
        if at >= self.admitted {
            let applied_on = self.calendar.lately(&mut chance);
            let mut member = self.source.person(at, applied_on, self.day, &mut chance);
            member.status_on = Some(applied_on);
            return member;
        }
        let number = at + 1;
        let joined_on = self.calendar.joined_on(number);
        let mut member = self.source.person(at, joined_on, self.day, &mut chance);
        member.number = Some(number as i64);
        member.joined_on = Some(joined_on);
        let later = self.calendar.later(joined_on, &mut chance);
        // of all people about 85 in 100 are active, 6 applicants
        (member.status, member.status_on) = match (chance.below(94), later) {
            (0..=2, Some(day)) => (Status::Suspended, Some(day)),
            (3..=5, Some(day)) => (Status::Resigned, Some(day)),
            (6, Some(day)) => (Status::Excluded, Some(day)),
            (7..=8, Some(day)) => (Status::Deceased, Some(day)),
            _ => (Status::Active, Some(joined_on)),
        };
        // the register on paper was given up after four years; it counted by year
        if joined_on.year() < self.founded_on().year() + 4 && !chance.happens(6) {
            member.former_number = format!("{:03}/{:02}", number, joined_on.year() % 100);
        }
        member
    }

    /// A few people stand in the register twice, as in life. The first record is never a double itself.
    fn double_of(&self, at: u64) -> Option<u64> {
        let is_double = |at: u64| at % 90 == 47 || (self.size >= 40 && at + 1 == self.size);
        let first = Chance::nth(self.seed ^ 1, at).below(at.min(self.admitted));
        is_double(at).then(|| if is_double(first) { first - 1 } else { first })
    }

    /// The same person written down a second time by another hand: accents lost, names in another order, a birth year
    /// instead of a day.
    fn registered_twice(&self, first: u64, at: u64) -> Person {
        let Person { member: other, .. } = self.person(first);
        let Person { mut member, .. } = self.person(at);
        for field in [Field::Province, Field::Territory, Field::Sector, Field::Groupement, Field::Nationality] {
            member.copy(field, &other);
        }
        let plain = |name: &str| {
            let mut letters = String::with_capacity(name.len());
            for word in fold(name).split(' ') {
                let (head, tail) = word.split_at(word.len().min(1));
                letters.extend([if letters.is_empty() { "" } else { " " }, &head.to_uppercase(), tail]);
            }
            letters
        };
        (member.surname, member.post_name) =
            if other.post_name.is_empty() { (other.surname, String::new()) } else { (other.post_name, other.surname) };
        member.given_name = plain(&other.given_name);
        member.birth = other.birth.map(|b| Birth::Year(b.year()));
        (member.sex, member.village, member.phone) = (other.sex, other.village, other.phone);
        (member.site, member.works, member.known_as) = (other.site, other.works, String::new());
        (member.id_type, member.id_number, member.id_place) = (None, String::new(), String::new());
        (member.id_expires_on, member.note) = (None, String::new());
        for field in [
            Field::Team,
            Field::Household,
            Field::CardNumber,
            Field::CardExpiresOn,
            Field::Wallet,
            Field::WalletName,
            Field::IdIssuedOn,
        ] {
            member.put(field, String::new());
        }
        Person { member, records: Vec::new(), household: None, before: None }
    }
}

#[cfg(test)]
mod tests;
