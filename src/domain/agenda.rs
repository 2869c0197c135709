//! The order of an agenda. Any other business always stands on it, last or just before the closing; new items go before
//! it, and what stands from there on does not move.

/// The kind of item under which anybody may bring something up.
pub const ANY_OTHER: &str = "any_other";
/// The kind of item that ends a meeting.
pub const CLOSING: &str = "closing";

/// What a kind of meeting without a template begins with.
pub const PLAIN: &[&str] = &["opening", "agenda", "subject", ANY_OTHER, CLOSING];

/// Which way an item goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// One place towards the beginning.
    Earlier,
    /// One place towards the end.
    Later,
}

/// How many items, from the first on, stand before any other business and can be moved.
pub fn movable<K: AsRef<str>>(kinds: &[K]) -> usize {
    let at = |kind: &str| kinds.iter().rposition(|known| known.as_ref() == kind);
    at(ANY_OTHER).or_else(|| at(CLOSING)).unwrap_or(kinds.len())
}

/// The place, from 0, of a new item that is wanted at `wanted`, or at the end.
pub fn seat<K: AsRef<str>>(kinds: &[K], wanted: Option<usize>) -> usize {
    wanted.unwrap_or(usize::MAX).min(movable(kinds))
}

/// Where the item at `at` stands once it is moved; `None` when it stays.
pub fn moved<K: AsRef<str>>(kinds: &[K], at: usize, way: Way) -> Option<usize> {
    let to = match way {
        Way::Earlier => at.checked_sub(1)?,
        Way::Later => at + 1,
    };
    (at.max(to) < movable(kinds)).then_some(to)
}

/// Whether an item of that kind may be taken off the agenda.
pub fn may_go(kind: &str) -> bool {
    kind != ANY_OTHER
}

/// Whether a notice with these items says what the meeting is about: more than how it begins and ends.
pub fn says_something<K: AsRef<str>>(kinds: &[K]) -> bool {
    const FRAME: &[&str] = &["opening", "quorum", "agenda", ANY_OTHER, CLOSING];
    kinds.iter().any(|kind| !FRAME.contains(&kind.as_ref()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_stands_behind_any_other_business_stays() {
        let kinds = ["opening", "subject", ANY_OTHER, CLOSING];
        assert_eq!(movable(&kinds), 2);
        assert_eq!(movable(&kinds[..3]), 2);
        assert_eq!(movable(&["opening", CLOSING]), 1);
        assert_eq!(seat(&kinds, None), 2);
        assert_eq!(seat(&kinds, Some(1)), 1);
        assert_eq!(seat(&kinds, Some(9)), 2);
        assert_eq!(moved(&kinds, 0, Way::Later), Some(1));
        assert_eq!(moved(&kinds, 0, Way::Earlier), None);
        assert_eq!(moved(&kinds, 1, Way::Later), None);
        assert_eq!(moved(&kinds, 2, Way::Earlier), None);
        assert!(says_something(&kinds));
        assert!(!says_something(&["opening", ANY_OTHER]));
    }

    proptest! {
        #[test]
        fn any_other_business_keeps_its_place(steps in prop::collection::vec((0..4usize, 0..12usize), 0..40)) {
            let mut kinds: Vec<String> = PLAIN.iter().map(|kind| (*kind).to_owned()).collect();
            for (step, at) in steps {
                match step {
                    0 => kinds.insert(seat(&kinds, Some(at)), "subject".to_owned()),
                    1 => kinds.insert(seat(&kinds, None), "subject".to_owned()),
                    2 if at < kinds.len() && may_go(&kinds[at]) => drop(kinds.remove(at)),
                    _ => {
                        let way = if at % 2 == 0 { Way::Earlier } else { Way::Later };
                        if let Some(to) = moved(&kinds, at, way) {
                            kinds.swap(at, to);
                        }
                    }
                }
                let behind = &kinds[movable(&kinds)..];
                prop_assert!(behind == [ANY_OTHER] || behind == [ANY_OTHER, CLOSING], "{:?}", kinds);
            }
        }
    }
}
