package normalize

import (
	"strings"
	"testing"
)

// What pages in other languages than English put around an article.
func TestFurnitureByLanguage(t *testing.T) {
	var cases []pageCase
	for _, l := range []struct{ tag, body, lines string }{
		{
			"fr", "Le conseil s’est réuni lundi. Il votera demain.",
			"Lire aussi|LIRE AUSSI|À lire aussi|À LIRE AUSSI|Lire aussi : Le pont rouvrira en mai|Lire aussi\u00a0: Le pont rouvrira|Lire aussi > Le pont|" +
				"Publicité|PUBLICITÉ|La suite après cette publicité|Laisser un commentaire|3 commentaires|Partager sur Facebook|Partager l’article|Partager l'article|" +
				"Abonnez-vous à notre newsletter pour ne rien manquer|Inscrivez-vous à la newsletter|Nous utilisons des cookies pour mesurer l’audience.|Tout accepter|" +
				"Déjà abonné ? Connectez-vous|Article réservé aux abonnés|Tous droits réservés|© Le Quotidien. Tous droits réservés.|TOUS DROITS RÉSERVÉS|Facebook Partager Imprimer",
		},
		{
			"de", "Der Rat kam am Montag zusammen. Er stimmt morgen ab.",
			"Lesen Sie auch|Lesen Sie auch: Die Brücke öffnet im Mai|Mehr zum Thema|Mehr zum Thema: Brücke öffnet|Das könnte Sie auch interessieren|Anzeige|ANZEIGE|" +
				"Kommentar schreiben|12 Kommentare|Artikel drucken|Auf Facebook teilen|Newsletter abonnieren|Abonnieren Sie unseren Newsletter und bleiben Sie informiert.|" +
				"Wir verwenden Cookies, um die Seite zu verbessern.|Alle akzeptieren|Nur für Abonnenten|Ähnliche Artikel|Nächster Artikel|Alle Rechte vorbehalten|© Tagblatt. Alle Rechte vorbehalten.|Facebook Teilen Drucken",
		},
		{
			"es", "El consejo se reunió el lunes. Votará mañana.",
			"Más información|MÁS INFORMACIÓN|Lea también|Lea también: El puente abrirá en mayo|Te puede interesar: El puente abrirá|Noticias relacionadas|Publicidad|" +
				"Deja tu comentario|5 comentarios|Compartir en Facebook|Comparte esta noticia|Suscríbete a nuestra newsletter|SUSCRÍBETE|Síguenos en redes sociales|" +
				"Este sitio utiliza cookies propias y de terceros.|Aceptar todas las cookies|Solo para suscriptores|¿Ya eres suscriptor? Inicia sesión|Todos los derechos reservados|Compartir Imprimir Enviar",
		},
		{
			"pt", "A câmara reuniu-se na segunda-feira. Vota amanhã.",
			"Leia também|LEIA MAIS|Leia mais: A ponte abre em maio|Veja também: Ponte abre|Saiba mais|Continua após a publicidade|Publicidade|Deixe um comentário|8 comentários|" +
				"Compartilhar no Facebook|Partilhar no Facebook|Assine nossa newsletter e receba as notícias|Siga-nos nas redes sociais|Utilizamos cookies para melhorar a navegação.|" +
				"Aceitar todos os cookies|Conteúdo exclusivo para assinantes|Notícias relacionadas|Próximo artigo|Todos os direitos reservados|Compartilhar Imprimir Enviar",
		},
		{
			"it", "Il consiglio si è riunito lunedì. Voterà domani.",
			"Leggi anche|LEGGI ANCHE|Leggi anche: Il ponte apre a maggio|Leggi anche > Il ponte apre|Potrebbe interessarti|Continua a leggere|Pubblicità|PUBBLICITÀ|Lascia un commento|" +
				"4 commenti|Condividi su Facebook|Condividi l’articolo|Iscriviti alla newsletter|Seguici su Facebook e Instagram|Questo sito utilizza cookie di terze parti.|" +
				"Accetta tutti i cookie|Contenuto riservato agli abbonati|Sei già abbonato? Accedi|Tutti i diritti riservati|© RIPRODUZIONE RISERVATA|Condividi Stampa Invia",
		},
		{
			"nl", "De raad kwam maandag bijeen. Morgen wordt er gestemd.",
			"Lees ook|LEES OOK|Lees ook: De brug gaat in mei open|Lees meer: De brug gaat open|Lees verder|Meer over dit onderwerp|Advertentie|Tekst gaat verder onder de foto|" +
				"Plaats een reactie|7 reacties|Deel op Facebook|Deel dit artikel|Meld je aan voor onze nieuwsbrief|Volg ons op Facebook|Deze website gebruikt cookies om beter te werken.|" +
				"Alle cookies accepteren|Alleen voor abonnees|Al abonnee? Log hier in|Meest gelezen|Alle rechten voorbehouden|Facebook Delen Printen",
		},
	} {
		for line := range strings.SplitSeq(l.lines, "|") {
			cases = append(cases, pageCase{l.tag + "/" + line, l.body + "\n\n" + line + "\n\n" + l.body, l.body + "\n\n" + l.body})
		}
	}
	checkPages(t, cases)
}

// Lines of stories that begin, or read, as those of pages do.
func TestStoryByLanguage(t *testing.T) {
	var cases []pageCase
	for _, l := range []struct{ tag, body, lines string }{
		{
			"fr", "Le conseil s’est réuni lundi. Il votera demain.",
			"Lire aussi attentivement que possible est son métier.|Lire la suite de Proust fut son été.|Publicité : le maire n’en veut plus dans la rue, dit-il.|" +
				"Partager sur Facebook ce que l’on voit est interdit.|Les commentaires sont fermés sur ce site, a dit le maire.|La suite après la pause a été plus calme.|Retour",
		},
		{
			"de", "Der Rat kam am Montag zusammen. Er stimmt morgen ab.",
			"Lesen Sie auch die Briefe, bat der Rat.|Anzeige erstattete am Montag der Rat.|Mehr zum Thema sagte er nicht.|Auf Facebook teilen viele das Bild.|Werbung|Die Kommentare lesen alle.",
		},
		{
			"es", "El consejo se reunió el lunes. Votará mañana.",
			"Más información dará mañana el consejo.|Lea también la carta, pidió el alcalde.|Publicidad y prensa crecieron un 3 %.|Compartir en Facebook lo que se ve está prohibido.|Temas",
		},
		{
			"pt", "A câmara reuniu-se na segunda-feira. Vota amanhã.",
			"Leia também a carta, pediu o presidente.|Leia mais devagar, disse ela.|Publicidade e imprensa cresceram 3%.|Siga-nos quem puder, disse ele.|Temas",
		},
		{
			"it", "Il consiglio si è riunito lunedì. Voterà domani.",
			"Leggi anche severe non bastano, ha detto.|Pubblicità e stampa crescono del 3%.|Condividi su Facebook quel che vedi, ha detto.|Leggi di più e scrivi di meno, disse.|Stampa",
		},
		{
			"nl", "De raad kwam maandag bijeen. Morgen wordt er gestemd.",
			"Lees ook de brieven, vroeg de raad.|Advertentie en pers groeien met 3%.|Lees meer en schrijf minder, zei hij.|Deel op Facebook wat je ziet, zei zij.|Onderwerpen",
		},
	} {
		for line := range strings.SplitSeq(l.lines, "|") {
			cases = append(cases, pageCase{l.tag + "/" + line, l.body + "\n\n" + line + "\n\n" + l.body, ""})
		}
	}
	cases = append(cases, pageCase{"a sentence goes on", "Le maire veut\npartager cet article\navec tous.\nIl votera.", ""},
		pageCase{"and in Dutch", "De raad wil\nlees meer\nals leus.\nHij stemt.", ""})
	checkPages(t, cases)
}
