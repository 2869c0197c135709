//! Whether two records may be the same person. Nothing is merged by a guess: the reasons are shown, people decide.

use super::member::Member;

super::book::codes!(
    /// Why two records look alike.
    Why, "err-why", "why-",
    /// The same words in the name, in any order.
    Name = "name",
    /// The same telephone.
    Phone = "phone",
    /// The same number of an identity paper.
    IdNumber = "id_number",
    /// The same year of birth.
    BirthYear = "birth_year",
    /// The same village.
    Village = "village",
);

/// What two members have in common, and how strongly it speaks for one person, 0 to 100. `None` when it is not worth a
/// warning: a shared village or year alone says nothing, and a shared name is worth one unless the birth years differ
/// by more than two.
pub fn compare(a: &Member, b: &Member) -> Option<(u8, Vec<Why>)> {
    let mut why = Vec::new();
    let mut score = 0u8;
    let same = |x: &str, y: &str| !x.is_empty() && super::fold::fold(x) == super::fold::fold(y);
    if same(&a.id_number, &b.id_number) {
        why.push(Why::IdNumber);
        score += 60;
    }
    let name = !a.surname.is_empty() && a.words_key() == b.words_key();
    if name {
        why.push(Why::Name);
        score += 50;
    }
    if same(&a.phone, &b.phone) {
        why.push(Why::Phone);
        score += 30;
    }
    let strong = !why.is_empty();
    if let (Some(x), Some(y)) = (a.birth, b.birth) {
        let apart = (x.year() - y.year()).abs();
        let tolerance = if x.is_exact() && y.is_exact() { 0 } else { 2 };
        if apart <= tolerance {
            why.push(Why::BirthYear);
            score += 10;
        } else if apart > 2 {
            score = score.saturating_sub(40);
        }
    }
    if same(&a.village, &b.village) {
        why.push(Why::Village);
        score += 10;
    }
    (strong && score >= 30).then_some((score.min(100), why))
}

/// Under what two members must meet to be worth comparing: name, telephone, number of an identity paper. Whoever
/// [`compare`] warns of shares at least one.
pub fn keys(member: &Member) -> impl Iterator<Item = String> {
    let id_number = super::fold::fold(&member.id_number).replace(' ', "");
    let keys = [("n", member.words_key()), ("t", member.phone.clone()), ("i", id_number)];
    keys.into_iter().filter(|(_, key)| !key.is_empty()).map(|(kind, key)| format!("{kind}{key}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::birth::Birth;

    #[test]
    fn names_in_any_order_warn_unless_the_years_differ() {
        let a = Member {
            surname: "Kabeya".into(),
            given_name: "Éléonore".into(),
            birth: Some(Birth::Year(1993)),
            ..Member::default()
        };
        let mut b = Member { surname: "ELEONORE".into(), given_name: "kabeya".into(), ..Member::default() };
        assert_eq!(compare(&a, &b), Some((50, vec![Why::Name])));
        b.birth = Some(Birth::About(1994));
        assert_eq!(compare(&a, &b), Some((60, vec![Why::Name, Why::BirthYear])));
        b.birth = Some(Birth::Year(1960));
        assert_eq!(compare(&a, &b), None);
        b.id_number = "1".into();
        assert_eq!(compare(&a, &b), None);
        let mut c = a.clone();
        c.id_number = "1".into();
        assert!(compare(&c, &b).unwrap().1.contains(&Why::IdNumber));
    }

    #[test]
    fn a_village_alone_says_nothing() {
        let a = Member { surname: "A".into(), village: "Kamituga".into(), ..Member::default() };
        let b = Member { surname: "B".into(), village: "Kamituga".into(), ..Member::default() };
        assert_eq!(compare(&a, &b), None);
    }
}
