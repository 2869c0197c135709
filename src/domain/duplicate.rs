//! Whether two records may be the same person. Nothing is merged by a guess: the reasons are shown, people decide.
//!
//! [`Profile`] is what of a member is compared, made comparable once. [`compare`] adds up points for what two of them
//! have in common and takes points away for what speaks against it; [`ENOUGH`] points are worth a warning. The points
//! are weights of evidence in the sense of I. P. Fellegi and A. B. Sunter ("A Theory for Record Linkage", 1969), five
//! points for every two bits, set from how often names, days and numbers are shared by different people; they follow no
//! particular list.
//!
//! | in common | points | | against | points |
//! |---|---|---|---|---|
//! | number of an identity paper | 50 | | born a generation apart | −50 |
//! | the same but for one digit, or two exchanged | 28 | | born in other years | −30 |
//! | day of birth | 35 | | other sex | −12 |
//! | day and month exchanged | 28 | | one name against another | −11 |
//! | the same but for one digit | 18 | | other number on the same kind of paper | −8 |
//! | year of birth | 12 | | other village | −6 |
//! | year of birth, estimated | 5 | | other day of the same year | −6 |
//! | each name | 14 | | other telephone | −3 |
//! | each name that sounds the same | 11 | | names that many bear | up to −13 |
//! | each name with a slip of the pen, or cut short | 8 | | | |
//! | each initial | 4 | | | |
//! | all names · all of those that one of them gives | 12 · 6 more | | | |
//! | telephone | 25 | | | |
//! | the same but for one digit | 14 | | | |
//! | number in the register kept before | 20 | | | |
//! | village · address | 8 each | | | |
//!
//! The number of an identity paper is always worth a warning: either it is one person, or one of the two was written down
//! wrong. Names that say in which order children were born (Sahr, Tamba, Kumba) are borne by every third person in Kono:
//! they count less than half, and do not make the names all the same. The first of January is what is written when only
//! the year is known.

use super::{
    birth::Birth,
    fold::fold,
    member::{Field, Member, Sex},
    sound::sound,
};
use chrono::{Datelike, NaiveDate};

super::book::codes!(
    /// Why two records look alike.
    Why, "err-why", "why-",
    /// The same words in the name, in any order.
    Name = "name",
    /// All names sound the same or differ by a slip of the pen.
    NameAlike = "name_alike",
    /// Some of the names are the same or alike.
    NamePart = "name_part",
    /// The same number of an identity paper.
    IdNumber = "id_number",
    /// Such a number with one digit off or two exchanged.
    IdNumberAlike = "id_number_alike",
    /// The same day of birth.
    BirthDay = "birth_day",
    /// The same day of birth, if day and month are exchanged in one of them.
    BirthExchanged = "birth_exchanged",
    /// The same day of birth but for one digit.
    BirthAlike = "birth_alike",
    /// The same year of birth.
    BirthYear = "birth_year",
    /// About the same age.
    BirthAbout = "birth_about",
    /// The same telephone.
    Phone = "phone",
    /// The same telephone but for one digit.
    PhoneAlike = "phone_alike",
    /// The same number in the register kept before.
    FormerNumber = "former_number",
    /// The same village.
    Village = "village",
    /// The same address.
    Address = "address",
);

/// How many points are worth a warning.
pub const ENOUGH: i32 = 40;
/// When more records than this meet under two names, only those of about the same age are compared.
pub const CROWD: usize = 50;
/// When more records than this meet under one name and a year of birth, they are not compared.
pub const CROWD_OF_A_YEAR: usize = 8;

/// Names that say in which order the children of a Kono family were born.
const BIRTH_ORDER: &str =
    "sahr saa sar tamba aiah aya komba kai kaie safea nyaama nyama sia kumba finda yei yeah bondu fea";

/// A word of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    folded: String,
    sound: String,
    is_birth_order: bool,
}

/// What of a member is compared, made comparable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    words: Vec<Word>,
    sex: Option<Sex>,
    birth: Option<Birth>,
    phones: Vec<String>,
    id_number: String,
    id_type: Option<super::member::IdType>,
    former_number: String,
    village: String,
    address: String,
}

/// How much two records look alike, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// How strongly it speaks for one person, up to 100.
    pub score: u8,
    /// What they have in common.
    pub why: Vec<Why>,
}

impl Profile {
    /// What of a member is compared.
    pub fn of(member: &Member) -> Self {
        let mut phones: Vec<String> = [&*member.phone, member.kept(Field::Phone2), member.kept(Field::Wallet)]
            .into_iter()
            .filter(|phone| !phone.is_empty())
            .map(str::to_owned)
            .collect();
        phones.dedup();
        let id_number = fold(&member.id_number).replace(' ', "");
        // what is written where there is no number: 0, 000000, x
        let is_filler = |number: &str| number.bytes().all(|c| number.starts_with(char::from(c)));
        let is_new_year = |birth: &Birth| matches!(birth, Birth::Day(day) if day.ordinal() == 1);
        Self {
            words: words(&[&member.surname, &member.post_name, &member.given_name]),
            sex: member.sex,
            birth: member.birth.map(|birth| if is_new_year(&birth) { Birth::Year(birth.year()) } else { birth }),
            phones,
            id_number: if is_filler(&id_number) { String::new() } else { id_number },
            id_type: member.id_type,
            former_number: fold(&member.former_number),
            village: fold(&member.village),
            address: fold(member.kept(Field::Address)),
        }
    }

    /// The year of birth, by which a crowd under one key is narrowed.
    pub fn year(&self) -> Option<i32> {
        self.birth.map(Birth::year)
    }

    /// Any two of the names, by their sound: two records that have both in common are compared whatever else they say.
    pub fn name_keys(&self) -> Vec<String> {
        let sounds: Vec<&str> = self.words.iter().map(|word| &*word.sound).take(4).collect();
        let mut keys = Vec::new();
        for (at, a) in sounds.iter().enumerate() {
            for b in &sounds[at + 1..] {
                keys.push(if a < b { format!("{a} {b}") } else { format!("{b} {a}") });
            }
        }
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// The names by their sound, where the year of birth is known: what two records of one year may have in common.
    pub fn year_keys(&self) -> impl Iterator<Item = &str> {
        self.words.iter().take(4).filter(|_| self.birth.is_some()).map(|word| &*word.sound)
    }

    /// The day of birth, in either order of day and month.
    pub fn day_key(&self) -> Option<String> {
        let Some(Birth::Day(day)) = self.birth else { return None };
        Some(format!("{}-{}", day.day().min(day.month()), day.day().max(day.month())))
    }

    /// How many names there are.
    pub fn names(&self) -> usize {
        self.words.len()
    }

    /// The telephones, the first that of the register.
    pub fn phones(&self) -> &[String] {
        &self.phones
    }

    /// All names by their sound, in any order.
    pub fn sounds(&self) -> String {
        let mut sounds: Vec<&str> = self.words.iter().map(|word| &*word.sound).collect();
        sounds.sort_unstable();
        sounds.join(" ")
    }

    /// The number of the identity paper, folded and without blanks.
    pub fn id_number(&self) -> &str {
        &self.id_number
    }
}

/// The words of a name. What a hyphen joins is one name: half of all men are a Jean something. Particles of two letters
/// (*wa*, *de*) are left out where two names remain.
fn words(parts: &[&str]) -> Vec<Word> {
    let all = || {
        let words = parts.iter().flat_map(|part| part.split_whitespace());
        words.map(|word| fold(word).replace(' ', "")).filter(|word| !word.is_empty())
    };
    let is_particle = |word: &String| word.len() == 2;
    let names = all().filter(|word| !is_particle(word)).count();
    all()
        .filter(|word| names < 2 || !is_particle(word))
        .map(|folded| {
            let sound = sound(&folded);
            let is_birth_order = BIRTH_ORDER.split(' ').any(|name| name == folded);
            Word { folded, sound, is_birth_order }
        })
        .collect()
}

/// What two records have in common, and how strongly it speaks for one person. `None` when it is not worth a warning.
/// `bearers` is how many records have the names that these have in common, as far as that is known: the more there are,
/// the less the names say.
pub fn compare(a: &Profile, b: &Profile, bearers: usize) -> Option<Alike> {
    let mut found = [papers(a, b), births(a, b), phones(a, b), registers(a, b), (0, None), (0, None)];
    let sexes = if a.sex.zip(b.sex).is_some_and(|(x, y)| x != y) { -12 } else { 0 };
    let sum = |found: &[Found]| found.iter().map(|(points, _)| points).sum::<i32>();
    let rest = sum(&found) + sexes - namesakes(bearers);
    let is_one_paper = found[0].1 == Some(Why::IdNumber);
    // village and address cost more to compare than all else and are worth 16 at most
    let least = if is_one_paper { i32::MIN } else { ENOUGH - 16 - rest };
    let (points, name) = names(&a.words, &b.words, least).filter(|(points, _)| *points >= least)?;
    found[4] = villages(a, b);
    found[5] = addresses(a, b);
    let points = rest + points + sum(&found[4..]);
    // nobody shares a paper: either it is one person, or one of the two was written down wrong
    let points = if is_one_paper { points.max(ENOUGH) } else { points };
    (points >= ENOUGH).then(|| Alike {
        score: points.min(100) as u8,
        why: name.into_iter().chain(found.into_iter().filter_map(|(_, why)| why)).collect(),
    })
}

/// Two and a half points for each doubling of the bearers of a name beyond three.
fn namesakes(bearers: usize) -> i32 {
    let doublings = (f64::from(bearers.clamp(3, 2 * CROWD) as u32) / 3.0).log2();
    (2.5 * doublings).round() as i32
}

type Found = (i32, Option<Why>);

fn papers(a: &Profile, b: &Profile) -> Found {
    let (x, y) = (&*a.id_number, &*b.id_number);
    if x.is_empty() || y.is_empty() {
        (0, None)
    } else if x == y {
        (50, Some(Why::IdNumber))
    } else if x.len() >= 5 && is_digit_off(x, y) {
        (28, Some(Why::IdNumberAlike))
    } else {
        (if a.id_type == b.id_type { -8 } else { 0 }, None)
    }
}

fn phones(a: &Profile, b: &Profile) -> Found {
    let any = |is: fn(&str, &str) -> bool| a.phones.iter().any(|x| b.phones.iter().any(|y| is(x, y)));
    if any(|x, y| x == y) {
        (25, Some(Why::Phone))
    } else if any(is_digit_off) {
        (14, Some(Why::PhoneAlike))
    } else {
        (if a.phones.is_empty() || b.phones.is_empty() { 0 } else { -3 }, None)
    }
}

fn registers(a: &Profile, b: &Profile) -> Found {
    let is_same = !a.former_number.is_empty() && a.former_number == b.former_number;
    if is_same { (20, Some(Why::FormerNumber)) } else { (0, None) }
}

fn villages(a: &Profile, b: &Profile) -> Found {
    match (&*a.village, &*b.village) {
        ("", _) | (_, "") => (0, None),
        (x, y) if x == y || is_slip(x, y) => (8, Some(Why::Village)),
        _ => (-6, None),
    }
}

fn addresses(a: &Profile, b: &Profile) -> Found {
    let (x, y) = (&*a.address, &*b.address);
    let is_same = !x.is_empty() && (x == y || is_slip(x, y));
    if is_same { (8, Some(Why::Address)) } else { (0, None) }
}

fn births(a: &Profile, b: &Profile) -> Found {
    let (Some(x), Some(y)) = (a.birth, b.birth) else { return (0, None) };
    let apart = (x.year() - y.year()).abs();
    if let (Birth::Day(x), Birth::Day(y)) = (x, y) {
        return match () {
            () if x == y => (35, Some(Why::BirthDay)),
            () if (x.year(), x.month(), x.day()) == (y.year(), y.day(), y.month()) => (28, Some(Why::BirthExchanged)),
            () if is_off(&digits(x), &digits(y)) => (18, Some(Why::BirthAlike)),
            () if apart == 0 => (-6, None),
            () => (other_years(apart), None),
        };
    }
    let is_estimated = matches!(x, Birth::About(_)) || matches!(y, Birth::About(_));
    match apart {
        0 => (12, Some(Why::BirthYear)),
        1 => (5, Some(Why::BirthAbout)),
        2 if is_estimated => (5, Some(Why::BirthAbout)),
        2 => (0, None),
        _ => (other_years(apart), None),
    }
}

/// The digits of a day, year first.
fn digits(day: NaiveDate) -> [u8; 8] {
    let mut rest = day.year().unsigned_abs() * 10_000 + day.month() * 100 + day.day();
    let mut digits = [0; 8];
    for digit in digits.iter_mut().rev() {
        *digit = (rest % 10) as u8;
        rest /= 10;
    }
    digits
}

/// What it says against one person that the years of birth are so far apart: between father and son lies a generation.
const fn other_years(apart: i32) -> i32 {
    if apart < 12 { -30 } else { -50 }
}

/// What the names have in common: each name of one record is set against the one of the other that is closest. `None`
/// as soon as it is sure that it will be less than `least` points.
fn names(a: &[Word], b: &[Word], least: i32) -> Option<Found> {
    let mut free: Vec<&Word> = b.iter().collect();
    let mut left: Vec<&Word> = a.iter().collect();
    let (mut points, mut met, mut full, mut exact) = (0, 0, 0, 0);
    for (closeness, weight) in
        [(is_same as fn(&Word, &Word) -> bool, 14), (sounds_alike, 11), (looks_alike, 8), (is_initial, 4)]
    {
        let most = points + weight * left.len().min(free.len()) as i32 + 12;
        // what is joined in one of them would be worth 14
        if most < least && least > 14 {
            return None;
        }
        left.retain(|x| {
            let Some(at) = free.iter().position(|y| closeness(x, y)) else { return true };
            let y = free.swap_remove(at);
            let is_birth_order = x.is_birth_order || y.is_birth_order;
            points += if is_birth_order { weight * 3 / 7 } else { weight };
            met += 1;
            full += i32::from(!is_birth_order && weight > 4);
            exact += i32::from(weight == 14);
            false
        });
    }
    if met == 0 && !a.is_empty() && joined(a) == joined(b) {
        // Jean Pierre and Jeanpierre
        return Some((14, Some(Why::NameAlike)));
    }
    points -= 11 * left.len().min(free.len()) as i32;
    let is_whole = left.is_empty() && free.is_empty();
    if full >= 2 && (left.is_empty() || free.is_empty()) {
        points += if is_whole { 12 } else { 6 };
    }
    let why = match () {
        () if met == 0 => None,
        () if is_whole && exact == met => Some(Why::Name),
        () if is_whole => Some(Why::NameAlike),
        () => Some(Why::NamePart),
    };
    Some((points, why))
}

fn joined(words: &[Word]) -> String {
    words.iter().map(|word| &*word.folded).collect()
}

fn is_same(a: &Word, b: &Word) -> bool {
    a.folded == b.folded
}

fn sounds_alike(a: &Word, b: &Word) -> bool {
    a.sound == b.sound
}

fn looks_alike(a: &Word, b: &Word) -> bool {
    let (short, long) = if a.folded.len() < b.folded.len() { (a, b) } else { (b, a) };
    let is_in = long.folded.starts_with(&short.folded) || long.folded.ends_with(&short.folded);
    let is_cut = short.folded.len() >= 3 && is_in;
    is_cut || is_slip(&a.folded, &b.folded) || is_slip(&a.sound, &b.sound)
}

fn is_initial(a: &Word, b: &Word) -> bool {
    (a.folded.len() == 1 || b.folded.len() == 1) && a.folded[..1] == b.folded[..1]
}

/// Whether two words differ by one slip of the pen, long ones by two.
fn is_slip(a: &str, b: &str) -> bool {
    let longest = a.len().max(b.len());
    let most = match longest {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    most > 0 && a.len().abs_diff(b.len()) <= most && distance(a, b, most) <= most
}

/// Whether names alone may make one person of two who were born in these years: about the same ones, or the same but for
/// one digit. Of those with the same telephone or paper this says nothing.
pub fn may_share_year(a: i32, b: i32) -> bool {
    (a - b).abs() <= 2 || is_digit_off(&a.to_string(), &b.to_string())
}

/// Whether two numbers of one length differ in one digit, or in two neighbours that are exchanged.
fn is_digit_off(a: &str, b: &str) -> bool {
    is_off(a.as_bytes(), b.as_bytes())
}

fn is_off(a: &[u8], b: &[u8]) -> bool {
    let mut off = a.iter().zip(b).enumerate().filter(|(_, (x, y))| x != y).map(|(at, _)| at);
    match (off.next(), off.next(), off.next()) {
        (Some(_), None, _) => a.len() == b.len(),
        (Some(at), Some(next), None) => a.len() == b.len() && next == at + 1 && a[at] == b[next] && a[next] == b[at],
        _ => false,
    }
}

/// Insertions, deletions, other letters and exchanged neighbours between two words, as far as `most` (F. J. Damerau, 1964;
/// no letter is touched twice); more is `most + 1`.
fn distance(a: &str, b: &str, most: usize) -> usize {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        for (j, y) in b.iter().enumerate() {
            let mut cost = (last[j] + usize::from(x != y)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                cost = cost.min(before[j - 1] + 1);
            }
            row.push(cost);
        }
        if row.iter().all(|cost| *cost > most) {
            return most + 1;
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{book::Country, day::Order, member::Reading};

    fn person(fields: &[(Field, &str)]) -> Profile {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let reading = Reading { today, country: Country::Cd, order: Order::Dmy };
        let mut member = Member::default();
        for (field, text) in fields {
            member.set(*field, text, &reading).unwrap();
        }
        Profile::of(&member)
    }

    use Field::{
        Birth as Born, FormerNumber, GivenName, IdNumber, IdType, Phone, Phone2, PostName, Sex as Is, Surname, Village,
    };

    fn score(a: &[(Field, &str)], b: &[(Field, &str)]) -> Option<(u8, Vec<Why>)> {
        let (a, b) = (person(a), person(b));
        let alike = compare(&a, &b, 0);
        assert_eq!(alike, compare(&b, &a, 0), "it does not matter who stands first");
        alike.map(|alike| (alike.score, alike.why))
    }

    #[test]
    fn names_in_any_order_and_spelling() {
        let mulanga = [(Surname, "MULANGA"), (PostName, "Mwamba"), (GivenName, "Éléonore")];
        let again = [(Surname, "eleonore"), (PostName, "mulanga"), (GivenName, "mwamba")];
        assert_eq!(score(&mulanga, &again), Some((54, vec![Why::Name])));
        let heard = [(Surname, "Mulanga Muamba Elleonore")];
        assert_eq!(score(&mulanga, &heard), Some((48, vec![Why::NameAlike])));
        let slip = [(Surname, "Mulagna"), (PostName, "Mwamba"), (GivenName, "Éléonore")];
        assert_eq!(score(&mulanga, &slip), Some((48, vec![Why::NameAlike])));
        assert_eq!(
            score(&[(Surname, "Kabeya"), (GivenName, "Jean-Pierre")], &[(Surname, "KABEYA JEANPIERRE")]).unwrap().0,
            40
        );
        assert_eq!(
            score(&[(Surname, "Kabeya"), (GivenName, "Jean")], &[(Surname, "Kabuya"), (GivenName, "Jean")]),
            None
        );
    }

    #[test]
    fn one_name_of_another_generation_is_another_person() {
        let father = [(Surname, "Kabeya"), (PostName, "Ngoyi"), (GivenName, "Jean"), (Born, "1960"), (Village, "Muya")];
        let mut son = father;
        son[3].1 = "1985";
        assert_eq!(score(&father, &son), None);
        son[3].1 = "~1961";
        assert_eq!(score(&father, &son).unwrap().1, [Why::Name, Why::BirthAbout, Why::Village]);
    }

    #[test]
    fn days_of_birth() {
        let born = |a: &'static str, b: &'static str| {
            let name = |born| [(Surname, "Kabeya"), (GivenName, "Jean"), (Born, born)];
            score(&name(a), &name(b)).map(|(_, why)| why[1..].to_vec())
        };
        assert_eq!(born("5/3/1980", "5/3/1980"), Some(vec![Why::BirthDay]));
        assert_eq!(born("5/3/1980", "3/5/1980"), Some(vec![Why::BirthExchanged]));
        assert_eq!(born("5/3/1980", "5/3/1960"), Some(vec![Why::BirthAlike]));
        assert_eq!(born("5/3/1980", "1/1/1980"), Some(vec![Why::BirthYear]));
        assert_eq!(born("5/3/1980", "1980"), Some(vec![Why::BirthYear]));
        assert_eq!(born("1980", "~1982"), Some(vec![Why::BirthAbout]));
        assert_eq!(born("5/3/1980", "25/11/1981"), None);
    }

    #[test]
    fn a_paper_always_warns_and_a_telephone_with_a_name() {
        let a = [(Surname, "Kabeya"), (IdType, "voter"), (IdNumber, "0123 45"), (Born, "1960")];
        let b = [(Surname, "Mbuyi"), (IdType, "voter"), (IdNumber, "012345"), (Born, "1990")];
        assert_eq!(score(&a, &b), Some((40, vec![Why::IdNumber])));
        let a = [(Surname, "Kabeya"), (Phone, "0812345678"), (Born, "1980")];
        let b = [(Surname, "Mbuyi"), (Phone, "0812345678"), (Born, "1980")];
        assert_eq!(score(&a, &b), None, "a house shares its telephone");
        let other = [(Surname, "Kabeya"), (Phone2, "0812345678"), (Born, "1980")];
        assert_eq!(score(&a, &other).unwrap().1, [Why::Name, Why::BirthYear, Why::Phone]);
        let old = [(Surname, "Kabeya"), (Phone, "0812345687"), (FormerNumber, "A-7")];
        let new = [(Surname, "Kabeya"), (Phone, "0812345678"), (FormerNumber, "a 7")];
        let none = [(Surname, "Kabeya"), (IdNumber, "000000")];
        assert_eq!(score(&none, &[(Surname, "Mbuyi"), (IdNumber, "000000")]), None);
        assert_eq!(score(&old, &new).unwrap().1, [Why::Name, Why::PhoneAlike, Why::FormerNumber]);
    }

    #[test]
    fn names_by_order_of_birth_need_support() {
        let tamba = [(Surname, "Kamara"), (GivenName, "Tamba"), (Is, "M"), (Born, "1980")];
        assert_eq!(score(&tamba, &tamba), None);
        let mut here = tamba.to_vec();
        here.push((Village, "Koidu"));
        assert_eq!(score(&here, &here), Some((40, vec![Why::Name, Why::BirthYear, Why::Village])));
    }

    #[test]
    fn names_that_many_bear_say_less() {
        let jean = person(&[(Surname, "Ilunga"), (GivenName, "Jean"), (Born, "1980")]);
        assert_eq!(compare(&jean, &jean, 3).unwrap().score, 52);
        assert_eq!(compare(&jean, &jean, 12).unwrap().score, 47);
        assert_eq!(compare(&jean, &jean, 1000), compare(&jean, &jean, 2 * CROWD));
    }

    #[test]
    fn little_in_common_says_nothing() {
        assert_eq!(score(&[(Surname, "A"), (Village, "Kamituga")], &[(Surname, "B"), (Village, "Kamituga")]), None);
        assert_eq!(score(&[], &[]), None);
        assert_eq!(score(&[(Surname, "Kambale")], &[(Surname, "Kambale")]), None);
        // once a row that lacks the surname is mended, it may be somebody
        let nameless = [(GivenName, "Paul"), (IdNumber, "77881")];
        assert!(score(&nameless, &[(Surname, "Kabeya"), (GivenName, "Paul"), (IdNumber, "77881")]).is_some());
    }

    #[test]
    fn distances() {
        for (a, b, apart) in
            [("kabeya", "kabeya", 0), ("kabeya", "kabyea", 1), ("kabeya", "kabeia", 1), ("abc", "ca", 3)]
        {
            assert_eq!(distance(a, b, 9), apart, "{a} {b}");
        }
        assert_eq!(distance("kabeya", "mutombo", 2), 3);
    }
}
