//! What a paper form says of a made-up person beside name, work and identity paper: origin, household, membership, and
//! where the words come from.

use super::{
    calendar::Calendar,
    chance::Chance,
    list::List,
    person::{Source, scatter},
};
use crate::domain::{
    book::Country,
    member::{Field, IdType, Member, Sex, Status},
};
use chrono::{Datelike, Days, NaiveDate};

/// Words for what forms ask.
#[derive(Debug)]
pub struct Words {
    nation: List,
    team: List,
    substance: List,
    tool: List,
    finance: List,
    language: List,
    income: List,
    enumerator: List,
    founding: List,
    assembly: List,
}

impl Words {
    /// Reads the lists of a country.
    pub fn of(list: &dyn Fn(&str) -> List) -> Self {
        Self {
            nation: list("nation"),
            team: list("team"),
            substance: list("substance"),
            tool: list("tool"),
            finance: list("finance"),
            language: list("language"),
            income: list("income"),
            enumerator: list("enumerator"),
            founding: list("founding"),
            assembly: list("assembly"),
        }
    }
}

/// One of a list in which sexes do not differ.
fn one(list: &List, chance: &mut Chance) -> String {
    list.pick(Sex::M, chance).to_owned()
}

/// `true` in `percent` of 100 cases, and then a text.
fn maybe(percent: u64, chance: &mut Chance, text: impl FnOnce(&mut Chance) -> String) -> String {
    if chance.happens(percent) { text(chance) } else { String::new() }
}

/// About so many people in the teams of one number, which bear two names.
const TEAM: u64 = 40;

impl Source {
    /// Fills in what the form of the `n`-th person says further. `origin` is a line of the list of places.
    pub(super) fn fill(&self, n: u64, member: &mut Member, calendar: &Calendar, chance: &mut Chance) {
        self.origin(member, chance);
        self.work(member, calendar, chance);
        member.put(Field::Mark, one_of(&[("signature", 58), ("thumb", 40), ("neither", 2)], chance));
        if chance.happens(55) {
            self.household(member, chance);
        }
        self.membership(n, member, calendar, chance);
        if let Some(kind) = member.id_type.filter(|kind| *kind != IdType::Witnesses) {
            // papers are some years old; those that run out were issued five years before
            let issued = match member.id_expires_on {
                Some(end) => end - Days::new(5 * 365 + 1),
                None => {
                    calendar.today() - Days::new(60 + chance.below(if kind == IdType::Voter { 1100 } else { 4000 }))
                }
            };
            member.put(Field::IdIssuedOn, issued.min(calendar.today()).to_string());
        }
        member.put(Field::Phone2, maybe(6, chance, |chance| self.phone(n + 400_000, chance)));
        if !member.phone.is_empty() && chance.happens(60) {
            member.put(Field::Wallet, member.phone.clone());
            let other = maybe(8, chance, |chance| self.given(Sex::F, chance));
            member.put(Field::WalletName, other);
        }
    }

    fn origin(&self, member: &mut Member, chance: &mut Chance) {
        let parts = self.origin_of(member, chance).split("; ");
        for (field, part) in
            [Field::Province, Field::Territory, Field::Sector, Field::Groupement].into_iter().zip(parts)
        {
            member.put(field, part.to_owned());
        }
        member.put(Field::Nationality, maybe(94, chance, |chance| one(&self.words.nation, chance)));
        let birth_place = maybe(62, chance, |chance| self.town(chance));
        member.put(Field::BirthPlace, birth_place);
        let address = maybe(35, chance, |chance| format!("{} {}", self.town(chance), 1 + chance.below(180)));
        member.put(Field::Address, address);
    }

    fn work(&self, member: &mut Member, calendar: &Calendar, chance: &mut Chance) {
        let at = self.sites().iter().position(|site| **site == *member.site).unwrap_or(0);
        let team = maybe(76, chance, |chance| {
            let team = one(&self.words.team, chance);
            format!("{team} {}", 1 + chance.below(self.teams_at(at, TEAM)))
        });
        member.put(Field::Team, team);
        let since = member.joined_on.unwrap_or(calendar.today()).year();
        let adult = member.birth.map_or(since - 20, |birth| birth.year() + 16);
        let years = u64::from((since - adult).clamp(0, 25).unsigned_abs());
        member
            .put(Field::MiningSince, maybe(85, chance, |chance| (since - chance.below(years + 1) as i32).to_string()));
        member.put(Field::WorkTime, one_of(&[("full", 55), ("seasonal", 38), ("occasional", 7)], chance));
        member.put(Field::Substances, one(&self.words.substance, chance));
        member.put(Field::Tools, maybe(60, chance, |chance| one(&self.words.tool, chance)));
        member.put(Field::FinancedBy, maybe(22, chance, |chance| one(&self.words.finance, chance)));
        if self.country() == Country::Sl {
            member.put(Field::LicenceHolder, maybe(30, chance, |chance| self.given(Sex::M, chance)));
        }
    }

    /// Asked only of those who consent.
    fn household(&self, member: &mut Member, chance: &mut Chance) {
        let married =
            &[("married", 52), ("union", 20), ("single", 18), ("widowed", 5), ("separated", 3), ("divorced", 2)];
        member.put(Field::MaritalStatus, one_of(married, chance));
        let dependants = chance.below(4) + chance.below(6);
        member.put(Field::Dependants, dependants.to_string());
        member.put(Field::ChildrenInSchool, chance.below(dependants + 1).to_string());
        let literacy = if member.kept(Field::Mark) == "thumb" {
            &[("neither", 70), ("reads", 30)]
        } else {
            &[("writes", 90), ("reads", 10)]
        };
        member.put(Field::Literacy, one_of(literacy, chance));
        member.put(Field::Languages, one(&self.words.language, chance));
        member.put(Field::OtherIncome, maybe(55, chance, |chance| one(&self.words.income, chance)));
        let (unit, currency) = if self.country() == Country::Sl { (250, "SLE") } else { (50_000, "CDF") };
        let income = maybe(40, chance, |chance| format!("{}.00 {currency}", unit * (1 + chance.below(40))));
        member.put(Field::SeasonIncome, income);
    }

    fn membership(&self, n: u64, member: &mut Member, calendar: &Calendar, chance: &mut Chance) {
        let joined_on = member.joined_on;
        let applied_on = joined_on.map_or(member.status_on, |day| Some(day - Days::new(7 + chance.below(50))));
        let applied_on = applied_on.unwrap_or(calendar.today());
        member.put(Field::AppliedOn, applied_on.to_string());
        if let Some(joined_on) = joined_on {
            let is_founder = joined_on == calendar.founded_on();
            member.put(Field::AdmittedBy, if is_founder { "founders" } else { "committee" }.to_owned());
            let validated_on = if is_founder { Some(joined_on) } else { calendar.assembly_after(joined_on) };
            if let Some(day) = validated_on.filter(|_| member.status != Status::Applicant) {
                let list = if is_founder { &self.words.founding } else { &self.words.assembly };
                member.put(Field::ValidatedOn, day.to_string());
                member.put(Field::ValidatedBy, format!("{} {}", one(list, chance), day.year()));
            }
            let shares = 1 + chance.below(3) * chance.below(3);
            member.put(Field::Shares, shares.to_string());
            member.put(Field::SharesPaid, (shares - chance.below(shares + 1) * chance.below(2)).to_string());
        }
        if !chance.happens(82) {
            return;
        }
        member.put(Field::FormNumber, format!("F-{:05}", n + 1));
        member.put(Field::FormOn, applied_on.to_string());
        member.put(Field::Enumerator, one(&self.words.enumerator, chance));
        let verified_on = applied_on + Days::new(chance.below(20));
        if chance.happens(64) && verified_on <= calendar.today() {
            member.put(Field::VerifiedBy, one(&self.words.enumerator, chance));
            member.put(Field::VerifiedOn, verified_on.to_string());
        }
        let again = calendar.today() - Days::new(chance.below(300));
        if joined_on.is_some_and(|day| day < again) && chance.happens(18) {
            member.put(Field::ReregisteredOn, again.to_string());
        }
    }

    /// The number of a miner card of the `n`-th person, issued in that year.
    pub(super) fn card_number(n: u64, issued_on: NaiveDate) -> String {
        format!("{:07}/{:02}", scatter(n + 314_159, 7), issued_on.year() % 100)
    }
}

/// One of some codes, as often as the figure beside it says; the figures add up to 100.
fn one_of(codes: &[(&str, u64)], chance: &mut Chance) -> String {
    let mut at = chance.below(100);
    let found = codes.iter().find(|(_, percent)| {
        let is_here = at < *percent;
        at = at.saturating_sub(*percent);
        is_here
    });
    found.map_or("", |(code, _)| code).to_owned()
}
