package entities_test

import (
	"fmt"
	"strings"

	"github.com/copydesk-go/copydesk/entities"
)

func Example() {
	text := "Grace Wanjiku flew to the United States on Monday. U.S. officials met Wanjiku at the World Bank."
	for m := range entities.All(text) {
		fmt.Println(m.Cluster, m.Label, text[m.Start:m.End], "=", m.Canonical)
	}
	// Output:
	// 1 PERSON Grace Wanjiku = Grace Wanjiku
	// 2 GPE United States = United States
	// 2 GPE U.S. = United States
	// 1 PERSON Wanjiku = Grace Wanjiku
	// 3 ORG World Bank = World Bank
}

func ExampleAll() {
	text := "President Emmanuel Macron visited Nigeria."
	for m := range entities.All(text) {
		fmt.Println(text[m.Start:m.End], m.Label)
	}
	// Output:
	// Emmanuel Macron PERSON
	// Nigeria GPE
}

func ExampleFindAll() {
	fmt.Println(len(entities.FindAll("nobody in the valley had heard of it")))
	// Output: 0
}

func ExampleAppend() {
	var all []entities.Mention
	for _, text := range []string{"He lives in Kenya.", "She lives in Japan."} {
		all = entities.Append(all[:0], text) // reuses the memory
		fmt.Println(all[0].Canonical, all[0].Country)
	}
	// Output:
	// Kenya KE
	// Japan JP
}

func ExampleTagger_labels() {
	t := entities.Tagger{Labels: []entities.Label{entities.GPE}}
	for m := range t.All("Emmanuel Macron visited Nigeria.") {
		fmt.Println(m.Canonical)
	}
	// Output: Nigeria
}

func ExampleNewNameList() {
	names, err := entities.NewNameList(
		entities.Name{Text: "Acme Widgets", Label: entities.ORG},
		entities.Name{Text: "blue door", Label: entities.FAC, AnyCase: true},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	text := "They met at the Blue Door, the old works of Acme Widgets."
	t := entities.Tagger{Names: names, Labels: []entities.Label{entities.ORG, entities.FAC}}
	for m := range t.All(text) {
		fmt.Println(text[m.Start:m.End], m.Label, m.Confidence)
	}
	// Output:
	// Blue Door FAC 1
	// Acme Widgets ORG 1
}

// What you know of a thing comes out with each of its mentions.
func ExampleName() {
	names, err := entities.NewNameList(
		entities.Name{Text: "Grace Wanjiku", Label: entities.PERSON, ID: "MP-17", Canonical: "Grace N. Wanjiku", Country: "KE"},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	for m := range (entities.Tagger{Names: names}).All("Grace Wanjiku flew home. Wanjiku said nothing.") {
		fmt.Println(m.ID, m.Canonical, m.Country)
	}
	// Output:
	// MP-17 Grace N. Wanjiku KE
	// MP-17 Grace N. Wanjiku KE
}

func ExampleTagger_Validate() {
	err := entities.Tagger{Labels: []entities.Label{"PEOPLE"}}.Validate()
	fmt.Println(err)
	// Output: entities: unknown label "PEOPLE"
}

// The country of publication tells which Georgia is meant.
func ExampleTagger_country() {
	text := "Georgia closed its schools on Monday."
	for _, country := range []string{"", "US"} {
		for m := range (entities.Tagger{Country: country}).All(text) {
			fmt.Printf("%s %q\n", m.Canonical, m.Country)
		}
	}
	// Output:
	// Georgia "GE"
	// Georgia "US"
}

func ExampleReadModel() {
	_, err := entities.ReadModel(strings.NewReader("no model"))
	fmt.Println(err != nil)
	// Output: true
}

// A capital stands for a government, or for itself.
func ExampleMention() {
	text := "Washington rejected the offer of France. The envoy flew home to Washington."
	for m := range entities.All(text) {
		fmt.Println(text[m.Start:m.End], "=", m.Canonical)
	}
	// Output:
	// Washington = United States
	// France = France
	// Washington = Washington
}
