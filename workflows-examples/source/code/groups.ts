/** The members of each group, in the order in which they come; groups in the order of their first members. */
export function groupsOf<Key, Member>(members: Member[], keyOf: (member: Member) => Key): Map<Key, Member[]> {
	const groups = new Map<Key, Member[]>();
	for (const member of members) groups.set(keyOf(member), [...(groups.get(keyOf(member)) ?? []), member]);
	return groups;
}
