// Stands in for a drawing that does not end.
export default function run(): never {
	for (;;);
}
