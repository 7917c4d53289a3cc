export default function StartPage() {
  return <main>Waymark</main>;
}
