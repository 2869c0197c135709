//! One made-up person: names by custom and sex, birth, village, work, papers.

use super::{chance::Chance, life::Words, list::List};
use crate::domain::{
    birth::Birth,
    book::Country,
    member::{IdType, Member, Sex},
    work::{self, Work},
};
use chrono::{Datelike, Days, NaiveDate};

/// What people of one country are made from.
#[derive(Debug)]
pub struct Source {
    country: Country,
    custom: Custom,
    given: List,
    nickname: List,
    village: List,
    site: List,
    town: List,
    paper: List,
    work: List,
    phone: List,
    note: List,
    office: List,
    zone: List,
    pub(super) words: Words,
    /// For how many people the sites are.
    size: u64,
}

/// How people are named.
#[derive(Debug)]
enum Custom {
    /// Surname and post-name from the language of the home province, and a given name.
    Congo { homes: Vec<Home> },
    /// Given names by order of birth, Muslim or Christian ones, and a family name.
    Kono { order: List, surname: List, origin: List },
}

/// A home province: how many of 100 come from there, and the names borne there.
#[derive(Debug)]
struct Home {
    percent: u64,
    surname: List,
    post_name: List,
    /// Province, territory, sector and group of villages.
    origin: List,
}

impl Source {
    /// Reads the lists of a country; those of the DR Congo stand for countries that have none.
    pub fn of(country: Country, size: u64) -> Self {
        let (country, file) = match country {
            Country::Sl => (Country::Sl, include_str!("../../data/names/sl.txt")),
            _ => (Country::Cd, include_str!("../../data/names/cd.txt")),
        };
        let list = |name: &str| List::section(file, name);
        let home = |percent, surname: &str, post_name: &str| Home {
            percent,
            surname: list(surname),
            post_name: list(post_name),
            origin: list(&format!("origin-{surname}")),
        };
        let custom = if country == Country::Sl {
            Custom::Kono { order: list("order"), surname: list("surname"), origin: list("origin") }
        } else {
            Custom::Congo {
                homes: vec![
                    home(5, "katanga", "katanga"),
                    home(4, "kivu", "kivu-post"),
                    home(2, "kongo", "kongo"),
                    home(100, "kasai", "kasai"),
                ],
            }
        };
        Self {
            country,
            custom,
            given: list("given"),
            nickname: list("nickname"),
            village: list("village"),
            site: list("site").first(2 + size as usize / 25),
            town: list("town"),
            paper: list("paper"),
            work: list("work"),
            phone: list("phone"),
            note: list("note"),
            office: list("office"),
            zone: list("zone"),
            words: Words::of(&list),
            size,
        }
    }

    /// The country whose lists these are.
    pub const fn country(&self) -> Country {
        self.country
    }

    /// The sites where people work.
    pub fn sites(&self) -> &[&'static str] {
        self.site.names()
    }

    /// How many teams a site has, at about `people` in one.
    pub(super) fn teams_at(&self, site: usize, people: u64) -> u64 {
        let (part, all) = self.site.share(site);
        1 + self.size * part / all / people
    }

    /// A town where papers are issued and people are born.
    pub(super) fn town(&self, chance: &mut Chance) -> String {
        self.town.pick(Sex::M, chance).to_owned()
    }

    /// A given name.
    pub(super) fn given(&self, sex: Sex, chance: &mut Chance) -> String {
        self.given.pick(sex, chance).to_owned()
    }

    /// Where the families of that name come from: a line of the list of places.
    pub(super) fn origin_of(&self, member: &Member, chance: &mut Chance) -> &'static str {
        let origin = match &self.custom {
            Custom::Congo { homes } => {
                let bears = |home: &&Home| home.surname.names().contains(&member.surname.as_str());
                &homes.iter().rev().find(bears).unwrap_or(&homes[3]).origin
            }
            Custom::Kono { origin, .. } => origin,
        };
        origin.pick(Sex::M, chance)
    }

    /// The office that issues miner cards.
    pub(super) fn office(&self) -> &'static str {
        self.office.names().first().copied().unwrap_or_default()
    }

    /// The zone in which a site lies.
    pub(super) fn zone(&self, chance: &mut Chance) -> &'static str {
        self.zone.pick(Sex::M, chance)
    }

    /// Somebody who was grown up on `since`. `n` is the person's place in the book: papers and telephones differ by it.
    pub fn person(&self, n: u64, since: NaiveDate, today: NaiveDate, chance: &mut Chance) -> Member {
        let sex = if chance.happens(30) { Sex::F } else { Sex::M };
        let mut member = Member { sex: Some(sex), birth: birth(since, chance), ..Member::default() };
        self.name(&mut member, sex, chance);
        self.home(&mut member, sex, chance);
        member.works = self.works(sex, chance);
        if chance.happens(82) {
            let prefix = self.phone.pick(Sex::M, chance);
            // about one in 25 is called through a neighbour's telephone
            let owner = if chance.happens(4) { n.saturating_sub(1) } else { n };
            member.phone = self.number(prefix, owner);
        }
        self.paper(&mut member, n, sex, today, chance);
        if chance.happens(9) {
            self.note.pick(sex, chance).clone_into(&mut member.note);
        }
        member
    }

    fn number(&self, prefix: &str, owner: u64) -> String {
        let (code, length) = self.country.phone();
        let rest = length - prefix.len();
        format!("+{code}{prefix}{:0rest$}", scatter(owner + 577_215, rest))
    }

    /// A telephone.
    pub(super) fn phone(&self, owner: u64, chance: &mut Chance) -> String {
        self.number(self.phone.pick(Sex::M, chance), owner)
    }

    /// What is noted of people.
    pub(super) fn remark(&self, sex: Sex, chance: &mut Chance) -> String {
        self.note.pick(sex, chance).to_owned()
    }

    fn name(&self, member: &mut Member, sex: Sex, chance: &mut Chance) {
        match &self.custom {
            Custom::Congo { homes } => {
                let home = homes.iter().find(|home| chance.happens(home.percent)).unwrap_or(&homes[3]);
                member.surname = home.surname.pick(sex, chance).into();
                // the post-name is often the father's or a grandfather's name
                let whose = if chance.happens(55) { Sex::M } else { sex };
                let post_name = home.post_name.pick(whose, chance);
                if post_name != member.surname && !chance.happens(4) {
                    member.post_name = post_name.into();
                }
                // some keep to the names of the years when Christian ones were banned
                if !chance.happens(if member.post_name.is_empty() { 1 } else { 7 }) {
                    member.given_name = self.given.pick(sex, chance).into();
                }
            }
            Custom::Kono { order, surname, .. } => {
                member.surname = surname.pick(sex, chance).into();
                let given = self.given.pick(sex, chance);
                member.given_name = match chance.below(10) {
                    0..=3 => order.pick(sex, chance).into(),
                    4..=6 => format!("{} {given}", order.pick(sex, chance)),
                    _ => given.into(),
                };
            }
        }
        if chance.happens(8) {
            member.known_as = self.nickname.pick(sex, chance).into();
        }
    }

    fn home(&self, member: &mut Member, sex: Sex, chance: &mut Chance) {
        let village = self.village.place(sex, chance);
        member.village = self.village.names()[village].into();
        // most work at the site nearest to their village
        let near = village % self.site.names().len().max(1);
        member.site =
            if chance.happens(70) { self.site.names()[near].into() } else { self.site.pick(sex, chance).into() };
    }

    fn works(&self, sex: Sex, chance: &mut Chance) -> Vec<&'static Work> {
        let mut works = Vec::with_capacity(2);
        for _ in 0..if chance.happens(14) { 2 } else { 1 } {
            let found = work::find(self.work.pick(sex, chance));
            works.extend(found.filter(|w| !works.contains(w)));
        }
        works
    }

    fn paper(&self, member: &mut Member, n: u64, sex: Sex, today: NaiveDate, chance: &mut Chance) {
        if chance.happens(11) {
            return;
        }
        let kind = IdType::from_code(self.paper.pick(sex, chance)).unwrap_or(IdType::Other);
        member.id_type = Some(kind);
        member.id_place = self.town.pick(sex, chance).into();
        let digits = scatter(n, 8);
        member.id_number = match (kind, self.country) {
            (IdType::Witnesses, _) => String::new(),
            (IdType::Voter, Country::Sl) => format!("{digits:08}"),
            (IdType::Voter, _) => format!("{}0{digits:09}", 1 + digits % 3),
            (IdType::National, Country::Sl) => format!("SL{digits:08}"),
            (IdType::Passport, _) => format!("OP{:07}", digits % 10_000_000),
            (IdType::Driving, _) => format!("D{digits:08}"),
            (IdType::BirthCertificate | IdType::Attestation, _) => {
                format!("{:06}/{}", scatter(n, 6), today.year() - 1 - chance.below(9) as i32)
            }
            _ => format!("N{digits:09}"),
        };
        if matches!(kind, IdType::Passport | IdType::Driving) {
            // from half a year ago to four and a half years ahead
            member.id_expires_on = Some(today - Days::new(180) + Days::new(chance.below(1825)));
        }
    }
}

/// A birth at least 18 years before `since`, known as well as people know it.
fn birth(since: NaiveDate, chance: &mut Chance) -> Option<Birth> {
    // the smaller of two throws: most join young
    let age = 18 + chance.below(40).min(chance.below(42)) as i32;
    let day = since - Days::new(u64::from(age.unsigned_abs()) * 1461 / 4 + 2 + chance.below(364));
    Some(match chance.below(20) {
        0 => return None,
        1..=11 => Birth::Day(day),
        12..=16 => Birth::Year(day.year()),
        // a guessed age is a round one
        _ => Birth::About(((day.year() + 2).div_euclid(5) * 5).min(since.year() - 18)),
    })
}

/// `n` spread over all numbers of so many digits, each met once: a·n + 10·b·n² + c permutes the residues of a power of
/// ten when a is prime to ten (R. L. Rivest, "Permutation polynomials modulo 2^w", 2001, and the same for 5^w), so that
/// no two people get the same papers by accident.
pub(super) fn scatter(n: u64, digits: usize) -> u64 {
    let modulus = 10u128.pow(digits as u32);
    let n = u128::from(n) % modulus;
    ((61_803_399 * n + 27_182_810 * n * n + 2_718_281_828) % modulus) as u64
}
